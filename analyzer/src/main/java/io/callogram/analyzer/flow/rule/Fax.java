package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call that is, or becomes, a fax over T.38 (ITU-T T.38 annex D); a refused switch too.
final class Fax implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (!scene.traits().hasImage()) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(1);
        Draft open = null;
        for (Request r : scene.requests()) {
            boolean offers = r.method() == Method.INVITE || r.method() == Method.UPDATE;
            if (!offers || scene.head(r.leg()) != r.leg()) {
                continue;
            }
            SessionDescription offered = r.first().seen().session();
            if (isCapable(r)) {
                continue; // it may send fax too, but speaks
            }
            if (Streams.first(offered, "image") != null) {
                Draft draft = asked(scene, r);
                if (open != null) {
                    flows.add(open.flow());
                }
                open = draft;
            } else if (open != null && r.isAccepted() && Streams.audio(offered) != null) {
                open.proof(r.sent(), "back-to-audio").attribute("returned", true);
                flows.add(open.flow());
                open = null;
            }
        }
        if (open != null) {
            flows.add(open.flow());
        }
        return flows;
    }

    /// A call set up for speech and T.38 at once: both streams were taken.
    private static boolean isCapable(Request r) {
        CallMessage answer = r.isWithinDialog() || !r.isAccepted() ? null : r.answer();
        return answer != null
                && Streams.audio(r.first().seen().session()) != null
                && Streams.audio(answer.seen().session()) != null;
    }

    private static Draft asked(Scene scene, Request r) {
        Draft draft = new Draft(scene, FlowKind.FAX_T38);
        int leg = r.leg();
        draft.role("A", scene.caller(leg)).role("B", scene.callee(leg));
        draft.proof(r.sent(), r.isWithinDialog() ? "t38-offer" : "fax-call")
                .proof(r.answer(), isAgreed(r) ? "t38-accepted" : "t38-refused");
        draft.attribute("by", Sides.asker(scene, r));
        int status = r.status();
        String result = status == 0 ? "unknown" : isAgreed(r) ? "accepted" : "refused";
        draft.attribute("result", result);
        if (status >= 300) {
            draft.attribute("code", Integer.toString(status));
        }
        return draft.mediumUnless(status != 0);
    }

    /// A 2xx with the image stream at port 0 refuses it (RFC 3264 §6).
    private static boolean isAgreed(Request r) {
        @Nullable SessionDescription answer =
                r.answer() == null ? null : r.answer().seen().session();
        return r.isAccepted() && (answer == null || Streams.first(answer, "image") != null);
    }
}
