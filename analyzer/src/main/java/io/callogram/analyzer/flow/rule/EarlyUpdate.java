package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An offer by UPDATE before the answer (RFC 3311 §5.1): resources are there now (RFC 3312), or the
/// tone comes from elsewhere. A B2BUA passes it on: what counts is the first leg's.
final class EarlyUpdate implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (!scene.has(Method.UPDATE)) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(1);
        Draft draft = null;
        int leg = 0;
        int count = 0;
        for (Request r : scene.requests()) {
            CallDialog dialog = r.method() == Method.UPDATE ? early(scene, r) : null;
            if (dialog == null || (draft != null && dialog.leg() != leg)) {
                continue;
            }
            if (draft == null) {
                leg = dialog.leg();
                int head = scene.head(leg);
                draft =
                        new Draft(scene, FlowKind.EARLY_UPDATE)
                                .role("A", scene.caller(head))
                                .role("B", scene.callee(head));
            }
            count++;
            draft.proof(r.sent(), "early-offer").proof(r.answer(), "early-answer");
        }
        if (draft != null) {
            flows.add(draft.attribute("count", Integer.toString(count)).flow());
        }
        return flows;
    }

    /// The dialog, when it was not confirmed yet and the offer was accepted.
    private static @Nullable CallDialog early(Scene scene, Request r) {
        CallDialog dialog = r.dialog() == 0 ? null : scene.dialog(r.dialog());
        boolean offers = r.sent() != null && r.sent().seen().session() != null;
        return dialog != null
                        && offers
                        && r.isAccepted()
                        && r.time() < Sides.confirmedAt(scene, dialog)
                ? dialog
                : null;
    }
}
