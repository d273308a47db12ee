package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.call.HeaderText;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request challenged by 401 or 407 and repeated with credentials (RFC 3261 §22). Registrations
/// tell of their challenges themselves.
final class AuthChallenge implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        boolean challenged = scene.has(401) || scene.has(407);
        if (!challenged || scene.call().kind() == CallKind.REGISTRATION) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(1);
        List<Request> requests = scene.requests();
        for (int i = 0; i < requests.size(); i++) {
            Request first = requests.get(i);
            if (isChallenged(first) && !isAnswerToChallenge(requests, i, scene)) {
                flows.add(flow(scene, requests, i));
            }
        }
        return flows;
    }

    private static boolean isChallenged(Request request) {
        return request.method() != Method.ACK
                && (request.status() == 401 || request.status() == 407);
    }

    /// It is itself the next try of a challenged request, and told with that.
    private static boolean isAnswerToChallenge(List<Request> requests, int at, Scene scene) {
        for (int i = 0; i < at; i++) {
            if (isChallenged(requests.get(i)) && next(scene, requests, i) == requests.get(at)) {
                return true;
            }
        }
        return false;
    }

    private static Flow flow(Scene scene, List<Request> requests, int first) {
        Request challenged = requests.get(first);
        Draft draft = new Draft(scene, FlowKind.AUTH_CHALLENGE);
        draft.role("A", Scene.name(challenged.sighting().from()));
        draft.attribute("method", challenged.method().name());
        Request at = challenged;
        Request last = challenged;
        int rounds = 0;
        while (at != null) {
            draft.proof(at.sent(), rounds == 0 ? "request" : "credentials");
            draft.proof(at.answer(), isChallenged(at) ? "challenge-" + at.status() : "result");
            last = at;
            rounds++;
            at = isChallenged(at) ? next(scene, requests, requests.indexOf(at)) : null;
        }
        realm(challenged, draft);
        draft.attribute("rounds", Integer.toString(rounds - 1));
        draft.attribute("result", result(last, rounds));
        return draft.mediumUnless(rounds > 1).flow();
    }

    private static String result(Request last, int rounds) {
        if (isChallenged(last)) {
            return rounds == 1 ? "not-retried" : "refused";
        }
        return last.status() == 403 ? "refused" : last.status() == 0 ? "unknown" : "accepted";
    }

    private static void realm(Request challenged, Draft draft) {
        if (challenged.answer() == null) {
            return;
        }
        Sighting s = challenged.answer().seen().sighting();
        String value = s.first(s.status() == 407 ? Mark.PROXY_CHALLENGE : Mark.CHALLENGE);
        int blank = value == null ? -1 : value.indexOf(' ');
        if (value != null && blank > 0) {
            String realm =
                    HeaderText.parameter(';' + value.substring(blank).replace(',', ';'), "realm");
            if (!realm.isEmpty()) {
                draft.attribute("realm", realm);
            }
        }
    }

    /// The same request with credentials: same leg, or the leg that continues it, soon enough.
    private static @Nullable Request next(Scene scene, List<Request> requests, int at) {
        Request challenged = requests.get(at);
        for (int i = at + 1; i < requests.size(); i++) {
            Request r = requests.get(i);
            if (r.time() - challenged.time() > 2 * scene.thresholds().challengeRetry()) {
                return null;
            }
            if (r.method() == challenged.method()
                    && isSigned(r.sighting())
                    && isSameLeg(scene, challenged, r)
                    && r.isWithinDialog() == challenged.isWithinDialog()) {
                return r;
            }
        }
        return null;
    }

    private static boolean isSameLeg(Scene scene, Request challenged, Request r) {
        if (r.leg() == challenged.leg()) {
            return r.isWithinDialog() == false
                    || r.sighting().fromTag() == challenged.sighting().fromTag();
        }
        var link = scene.leg(r.leg()).link();
        return link != null
                && link.toLeg() == challenged.leg()
                && link.kind().equals("re-submission");
    }

    private static boolean isSigned(Sighting s) {
        return s.first(Mark.CREDENTIALS) != null || s.first(Mark.PROXY_CREDENTIALS) != null;
    }
}
