package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;

/// Both sides change the session at once (RFC 3261 §14.1, §14.2): one or both are told to try
/// again. What was wanted is told by the try that succeeds.
final class Glare implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (!scene.has(491) && !(scene.has(500) && scene.has(Mark.RETRY_AFTER))) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(1);
        List<Request> requests = scene.requests();
        int last = 0;
        for (Request refused : requests) {
            if (isRefused(refused) && refused.number() > last) {
                Draft draft = new Draft(scene, FlowKind.GLARE);
                int head = scene.head(refused.leg());
                draft.role("A", scene.caller(head)).role("B", scene.callee(head));
                last = told(scene, refused, requests, draft);
                flows.add(draft.flow());
            }
        }
        return flows;
    }

    private static boolean isRefused(Request r) {
        boolean changes = r.method() == Method.INVITE || r.method() == Method.UPDATE;
        if (!changes || !r.isWithinDialog() || r.answer() == null) {
            return false;
        }
        Sighting s = r.answer().seen().sighting();
        return s.status() == 491 || (s.status() == 500 && s.first(Mark.RETRY_AFTER) != null);
    }

    /// All that were refused until one succeeds; the number of the last one told.
    private static int told(Scene scene, Request first, List<Request> requests, Draft draft) {
        int last = first.number();
        for (Request r : requests) {
            boolean changes = r.method() == Method.INVITE || r.method() == Method.UPDATE;
            boolean near = r.time() - first.time() <= scene.thresholds().forwardAfter() * 3;
            if (!changes || r.leg() != first.leg() || !r.isWithinDialog() || !near) {
                continue;
            }
            if (isRefused(r) && r.number() >= first.number()) {
                draft.proof(r.sent(), "crossing-request")
                        .proof(r.answer(), "refused-" + r.status());
                last = r.number();
            } else if (r.isAccepted()
                    && r.number() > first.number()
                    && r.time() > answered(first)) {
                draft.proof(r.sent(), "retry").proof(r.answer(), "retry-accepted");
                draft.attribute("resolved", true);
                return Math.max(last, r.number());
            }
        }
        draft.attribute("resolved", false);
        return last;
    }

    private static long answered(Request r) {
        return r.answer() == null ? r.time() : r.answer().seen().time();
    }
}
