package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Agreement.Change;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A second call knocks at a phone that is talking (3GPP TS 24.615).
final class CallWaiting implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (scene.legs().size() == 1 && !scene.has(Mark.ALERT_INFO)) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(0);
        for (Leg leg : scene.legs()) {
            Request invite = scene.attempt(leg.number());
            if (invite == null
                    || invite.method() != Method.INVITE
                    || scene.head(leg.number()) != leg.number()
                    || takesOver(invite.sighting())) {
                continue;
            }
            Flow flow =
                    scene.legs().size() == 1
                            ? told(scene, invite)
                            : new Knock(scene, invite).flow();
            if (flow != null) {
                flows.add(flow);
            }
        }
        return flows;
    }

    private static boolean takesOver(Sighting s) {
        return s.first(Mark.REPLACES) != null || s.first(Mark.JOIN) != null;
    }

    /// Only the second caller's leg was captured: the marker tells (RFC 7462 §8.2.3).
    private static @Nullable Flow told(Scene scene, Request invite) {
        for (CallMessage m : invite.origin().provisionals()) {
            if (saysWaiting(m.seen().sighting())) {
                return new Draft(scene, FlowKind.CALL_WAITING)
                        .role("A", scene.callee(invite.leg()))
                        .role("C", scene.caller(invite.leg()))
                        .attribute("result", Knock.result(invite))
                        .proof(invite.sent(), "second-invite")
                        .proof(m, "alert-info-call-waiting")
                        .atMost(Confidence.MEDIUM)
                        .flow();
            }
        }
        return null;
    }

    private static boolean saysWaiting(Sighting s) {
        String alert = s.first(Mark.ALERT_INFO);
        return alert != null && alert.contains("call-waiting");
    }

    /// One INVITE that arrives while its callee talks to somebody else.
    private record Knock(Scene scene, Request invite) {

        @Nullable Flow flow() {
            CallDialog talking = talking();
            if (talking == null) {
                return null;
            }
            CallMessage marker = null;
            CallMessage alerting = null;
            for (Hop hop : invite.hops()) {
                for (CallMessage m : hop.provisionals()) {
                    marker = marker == null && isMarker(m) ? m : marker;
                    alerting = alerting == null && isAlerting(m) ? m : alerting;
                }
            }
            CallMessage freed = freed(talking);
            boolean explicit = marker != null || freed != null || isMarkedRequest();
            if (alerting == null || (!explicit && !isPhone(talking, alerting))) {
                return null;
            }
            Draft draft = draft(talking);
            draft.proof(
                    marker == null ? alerting : marker, marker == null ? "ringing" : slug(marker));
            if (freed != null) {
                boolean bye = freed.seen().sighting().method() == Method.BYE;
                draft.proof(freed, bye ? "first-call-released" : "hold-offer");
            }
            return draft.proof(invite.answer(), "result").mediumUnless(explicit).flow();
        }

        private Draft draft(CallDialog talking) {
            int first = scene.head(talking.leg());
            String busy = scene.callee(invite.leg());
            String caller = scene.caller(first);
            boolean byCaller = isCallerBusy(talking);
            return new Draft(scene, FlowKind.CALL_WAITING)
                    .role("A", busy)
                    .role("B", byCaller ? scene.callee(first) : caller)
                    .role("C", scene.caller(invite.leg()))
                    .attribute("result", result(invite))
                    .proof(talking.confirmed(), "first-call-answered")
                    .proof(invite.sent(), "second-invite");
        }

        private static String slug(CallMessage marker) {
            return marker.seen().sighting().status() == 182
                    ? "queued-182"
                    : "alert-info-call-waiting";
        }

        /// A confirmed dialog of who is called, that lasts.
        private @Nullable CallDialog talking() {
            for (CallDialog d : scene.call().dialogs()) {
                boolean lasts = d.ended() == 0 || scene.time(d.ended()) > invite.time();
                if (scene.root(d.leg()) != scene.root(invite.leg())
                        && d.confirmed() != 0
                        && scene.time(d.confirmed()) <= invite.time()
                        && lasts
                        && !isPartyOf(d)
                        && (isCallerBusy(d) || isCalleeBusy(d))) {
                    return d;
                }
            }
            return null;
        }

        /// Who is in the first call herself makes the second: a consultation.
        private boolean isPartyOf(CallDialog d) {
            int head = scene.head(d.leg());
            String caller = scene.caller(invite.leg());
            return caller.equals(scene.caller(head))
                    || caller.equals(scene.callee(head))
                    || isUserAgent(invite.origin().clientNode(), d.callerNode())
                    || isUserAgent(invite.origin().clientNode(), d.calleeNode());
        }

        /// One node, and a phone: calls that meet at a server have nothing to do with each other.
        private boolean isUserAgent(int node, int other) {
            return node == other && scene.call().nodes().get(node).role().equals("ua");
        }

        private boolean isCallerBusy(CallDialog d) {
            return isUserAgent(called(), d.callerNode())
                    || scene.caller(scene.head(d.leg())).equals(scene.callee(invite.leg()));
        }

        private boolean isCalleeBusy(CallDialog d) {
            return isUserAgent(called(), d.calleeNode())
                    || scene.callee(scene.head(d.leg())).equals(scene.callee(invite.leg()));
        }

        /// Node that the INVITE reaches at last.
        private int called() {
            return invite.hops().getLast().serverNode();
        }

        private static boolean isMarker(CallMessage m) {
            Sighting s = m.seen().sighting();
            return s.status() == 182 || saysWaiting(s);
        }

        private static boolean isAlerting(CallMessage m) {
            int status = m.seen().sighting().status();
            return status == 180 || status == 182 || status == 183;
        }

        /// The network's own marker (3GPP TS 24.615 §4.4.1).
        private boolean isMarkedRequest() {
            String type = invite.sighting().first(Mark.CONTENT_TYPE);
            return type != null && type.contains("3gpp.cw+xml");
        }

        /// The first call is held or released before the second is answered.
        private @Nullable CallMessage freed(CallDialog talking) {
            CallMessage answer = invite.answer();
            long until = answer == null ? Long.MAX_VALUE : answer.seen().time();
            boolean busyIsCaller = isCallerBusy(talking);
            if (!invite.isAccepted()) {
                return null;
            }
            for (Agreement a : scene.agreements()) {
                boolean holds =
                        a.dialog() == talking.number()
                                && a.change() == Change.HOLD
                                && (busyIsCaller ? a.heldByCaller() : a.heldByCallee());
                if (holds && isBetween(scene.time(a.offer()), until)) {
                    return scene.message(a.offer());
                }
            }
            boolean released =
                    talking.ended() != 0 && isBetween(scene.time(talking.ended()), until);
            return released ? scene.message(talking.ended()) : null;
        }

        private boolean isBetween(long time, long until) {
            return time >= invite.time() && time <= until;
        }

        /// Overlap alone: the same phone, not a server, and it rang.
        private boolean isPhone(CallDialog talking, CallMessage alerting) {
            int node = called();
            int concurrent = 0;
            for (CallDialog d : scene.call().dialogs()) {
                boolean at = d.callerNode() == node || d.calleeNode() == node;
                concurrent += at && d.confirmed() != 0 ? 1 : 0;
            }
            CallMessage answer = invite.answer();
            boolean rang =
                    answer == null
                            || answer.seen().time() - alerting.seen().time()
                                    >= scene.thresholds().waitingRing();
            boolean same = talking.callerNode() == node || talking.calleeNode() == node;
            return same && rang && concurrent < scene.thresholds().waitingDialogs();
        }

        static String result(Request invite) {
            int status = invite.status();
            if (status / 100 == 2) {
                return "answered";
            }
            if (invite.cancel() != null) {
                return "abandoned";
            }
            return switch (status) {
                case 0 -> "open";
                case 408, 480, 487, 504 -> "ignored";
                default -> status / 100 == 3 ? "forwarded" : "rejected";
            };
        }
    }
}
