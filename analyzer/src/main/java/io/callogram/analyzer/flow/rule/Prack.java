package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Provisional responses that are acknowledged (RFC 3262). A B2BUA acknowledges on both sides: what
/// counts is the caller's.
final class Prack implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (!scene.has(Method.PRACK)) {
            return List.of();
        }
        Draft draft = new Draft(scene, FlowKind.PRACK);
        int count = 0;
        int leg = 0;
        boolean offers = false;
        boolean complete = true;
        for (Request prack : scene.requests()) {
            if (prack.method() != Method.PRACK) {
                continue;
            }
            leg = leg == 0 ? scene.head(prack.leg()) : leg;
            if (scene.head(prack.leg()) != leg || (count > 0 && prack.leg() != leg && offers)) {
                continue;
            }
            count++;
            CallMessage provisional = provisional(scene, prack);
            offers |= prack.first().seen().session() != null;
            complete &= provisional != null && prack.isAccepted();
            draft.proof(provisional, "reliable-provisional")
                    .proof(prack.sent(), "prack")
                    .proof(prack.answer(), "prack-answer");
        }
        if (!draft.hasProof()) {
            return List.of();
        }
        draft.role("A", scene.caller(leg)).role("B", scene.callee(leg));
        draft.attribute("count", Integer.toString(count));
        if (offers) {
            draft.attribute("withOffer", true);
        }
        return List.of(draft.mediumUnless(complete).flow());
    }

    /// The response that RAck names: `rseq cseq method` (RFC 3262 §7.2).
    private static @Nullable CallMessage provisional(Scene scene, Request prack) {
        String rack = prack.sighting().first(Mark.RACK);
        int blank = rack == null ? -1 : rack.indexOf(' ');
        if (rack == null || blank < 0) {
            return null;
        }
        String rseq = rack.substring(0, blank);
        for (CallMessage m : scene.call().messages()) {
            Sighting s = m.seen().sighting();
            if (m.leg() == prack.leg()
                    && s.isProvisional()
                    && m.number() < prack.first().number()
                    && rseq.equals(s.first(Mark.RSEQ))
                    && rack.contains(" " + s.cseq() + " ")) {
                return m;
            }
        }
        return null;
    }
}
