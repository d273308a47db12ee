package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Agreement.Change;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;

/// A call that a user makes while another party is held (RFC 5359 §2.2).
final class Consultation implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (scene.legs().size() < 2) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(0);
        for (Leg leg : scene.legs()) {
            Request invite =
                    leg.method() == Method.INVITE && scene.head(leg.number()) == leg.number()
                            ? scene.attempt(leg.number())
                            : null;
            if (invite != null && isOwn(invite.sighting())) {
                consulted(scene, leg, invite, flows);
            }
        }
        return flows;
    }

    /// What a REFER or another's call asked for is no consultation.
    private static boolean isOwn(Sighting s) {
        return s.first(Mark.REPLACES) == null
                && s.first(Mark.REFERRED_BY) == null
                && s.first(Mark.JOIN) == null;
    }

    private static void consulted(Scene scene, Leg leg, Request invite, List<Flow> flows) {
        String user = Scene.name(leg.from());
        Agreement holding = null;
        boolean byCaller = false;
        for (Agreement a : scene.agreements()) {
            if (scene.time(a.answer()) > invite.time()) {
                break;
            }
            CallDialog dialog = scene.dialog(a.dialog());
            if (dialog.leg() == leg.number() || scene.head(dialog.leg()) != dialog.leg()) {
                continue;
            }
            if (a.change() == Change.HOLD && Sides.endedAt(scene, dialog) > invite.time()) {
                boolean caller = Sides.name(scene, dialog, true).equals(user) && a.heldByCaller();
                boolean callee = Sides.name(scene, dialog, false).equals(user) && a.heldByCallee();
                holding = caller || callee ? a : holding;
                byCaller = caller || (!callee && byCaller);
            } else if (holding != null
                    && a.dialog() == holding.dialog()
                    && !(byCaller ? a.heldByCaller() : a.heldByCallee())) {
                holding = null;
            }
        }
        if (holding != null) {
            CallDialog dialog = scene.dialog(holding.dialog());
            flows.add(
                    new Draft(scene, FlowKind.CONSULTATION_CALL)
                            .role("A", user)
                            .role("B", Sides.name(scene, dialog, !byCaller))
                            .role("C", Scene.name(leg.to()))
                            .proof(holding.offer(), "hold-offer")
                            .proof(invite.sent(), "consultation-invite")
                            .proof(invite.answer(), invite.isAccepted() ? "answered" : "failed")
                            .attribute("answered", invite.isAccepted())
                            .flow());
        }
    }
}
