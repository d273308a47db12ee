package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.flow.rule.Round.Intent;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The life of a binding (RFC 3261 §10): made, refreshed, asked for, taken back, refused.
final class Registration implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        List<Flow> flows = new ArrayList<>(2);
        for (int leg = 1; leg <= scene.legs().size(); leg++) {
            if (scene.leg(leg).method() == Method.REGISTER) {
                new Binding(scene, flows).follow(Round.of(scene, scene.attempts(leg)));
            }
        }
        return flows;
    }

    /// What is known of one binding as its rounds go by.
    private static final class Binding {

        private final Scene scene;
        private final List<Flow> flows;
        private long until = Long.MIN_VALUE;
        private boolean known;
        private @Nullable Draft refreshes;
        private int refreshed;
        private boolean thirdParty;

        Binding(Scene scene, List<Flow> flows) {
            this.scene = scene;
            this.flows = flows;
        }

        void follow(List<Round> rounds) {
            for (Round round : rounds) {
                observe(round);
            }
            if (refreshes != null) {
                flows.add(refreshes.attribute("times", Integer.toString(refreshed)).flow());
            }
        }

        private void observe(Round round) {
            if (!thirdParty && isByThirdParty(round)) {
                thirdParty = true;
                flows.add(
                        draft(FlowKind.REGISTER_THIRD_PARTY, round)
                                .role("S", Scene.name(round.first().sighting().from()))
                                .flow());
            }
            if (round.isAccepted()) {
                accepted(round);
            } else if (round.isRefused() || isSilent(round)) {
                refused(round);
            }
        }

        private void accepted(Round round) {
            switch (round.intent()) {
                case BIND -> bound(round);
                case REMOVE -> {
                    removed(round);
                    until = Long.MIN_VALUE;
                    known = true;
                }
                case FETCH -> {
                    if (round.first().sent() != null) {
                        flows.add(draft(FlowKind.REGISTER_FETCH, round).flow());
                    }
                }
            }
        }

        private void bound(Round round) {
            boolean refresh = round.first().time() < until;
            Sighting granted = answered(round);
            if (refresh) {
                refreshed++;
                refreshes = refreshes == null ? draft(FlowKind.REGISTER_REFRESH, round) : refreshes;
                if (refreshed > 1) {
                    prove(refreshes, round);
                }
            } else {
                Draft draft = draft(FlowKind.REGISTER, round);
                draft.attribute("challenged", round.challenges() > 0);
                attribute(draft, "requested", round.last().sighting().expires());
                attribute(draft, "granted", granted.expires());
                if (granted.contacts() > 1) {
                    draft.attribute("devices", Integer.toString(granted.contacts()));
                }
                if (round.removesSome()) {
                    draft.attribute("removedContacts", true);
                }
                boolean maybeRefresh = !known && round.beginsWithCredentials();
                if (maybeRefresh) {
                    draft.attribute("maybeRefresh", true);
                }
                flows.add(draft.mediumUnless(!maybeRefresh && round.isWhole()).flow());
            }
            known = true;
            int lasts =
                    granted.expires() >= 0 ? granted.expires() : round.last().sighting().expires();
            until = lasts < 0 ? Long.MAX_VALUE : granted.time() + lasts * 1_000_000_000L;
        }

        private void removed(Round round) {
            Sighting request = round.last().sighting();
            Draft draft = draft(FlowKind.DEREGISTER, round);
            draft.attribute("devices", request.contacts() < 0 ? "all" : "one");
            draft.attribute("challenged", round.challenges() > 0);
            int left = answered(round).contacts();
            if (left > 0 && answered(round).expires() != 0) {
                draft.attribute("remaining", Integer.toString(left));
            }
            flows.add(draft.mediumUnless(round.isWhole()).flow());
        }

        private void refused(Round round) {
            Draft draft = draft(FlowKind.REGISTER_FAILED, round);
            if (round.first().sent() != null) {
                draft.attribute("intent", round.intent().slug());
            }
            draft.attribute(
                    "code", round.status() == 0 ? "none" : Integer.toString(round.status()));
            if (round.credentialsRefused() > 1) {
                draft.attribute("rounds", Integer.toString(round.credentialsRefused()));
            }
            // A challenge that nobody answered may have been answered after the capture ended.
            boolean open = round.isChallenge() && !round.endsWithCredentials();
            flows.add(draft.mediumUnless(!open && round.isWhole()).flow());
        }

        private static Sighting answered(Round round) {
            CallMessage answer = round.last().answer();
            return answer == null ? round.last().sighting() : answer.seen().sighting();
        }

        private Draft draft(FlowKind kind, Round round) {
            Sighting first = round.first().sighting();
            Draft draft = new Draft(scene, kind).role("A", Scene.name(first.to()));
            prove(draft, round);
            return draft;
        }

        private static void prove(Draft draft, Round round) {
            for (Request request : round.requests()) {
                boolean credentials = Round.hasCredentials(request);
                draft.proof(
                        request.sent(),
                        credentials
                                ? "register-with-credentials"
                                : round.intent() == Intent.REMOVE ? "expires-0" : "register");
                draft.proof(request.answer(), reason(request.status()));
            }
        }

        private static String reason(int status) {
            return switch (status) {
                case 401, 407 -> "challenge";
                case 423 -> "interval-too-brief";
                default ->
                        status / 100 == 2
                                ? "accepted"
                                : status / 100 == 3 ? "redirected" : "refused";
            };
        }

        /// From is not To (§10.2), or a server registers what it was told (3GPP TS 24.229
        /// §5.4.1.7).
        private static boolean isByThirdParty(Round round) {
            Sighting s = round.first().sighting();
            if (!s.isRequest()) {
                return false;
            }
            String type = s.first(Mark.CONTENT_TYPE);
            return !isSame(s.from(), s.to())
                    || (type != null
                            && (type.startsWith("message/sip")
                                    || type.startsWith("application/3gpp-ims+xml")));
        }

        private static boolean isSame(Address one, Address other) {
            return one.user().equals(other.user()) && one.host().equals(other.host());
        }

        /// Nothing came back in 64·T1.
        private boolean isSilent(Round round) {
            return round.status() == 0
                    && "no-response".equals(scene.call().result().kind())
                    && scene.call().result().evidence().contains(round.last().first().number());
        }

        private static void attribute(Draft draft, String name, int seconds) {
            if (seconds >= 0) {
                draft.attribute(name, Integer.toString(seconds));
            }
        }
    }
}
