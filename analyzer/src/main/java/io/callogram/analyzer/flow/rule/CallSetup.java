package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;

/// An answered INVITE (RFC 3261 §13). What a B2BUA sends on is the same set-up.
final class CallSetup implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        List<Flow> flows = new ArrayList<>(1);
        List<Leg> legs = scene.legs();
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            if (scene.head(leg.number()) == leg.number()) {
                Request attempt = scene.attempt(leg.number());
                if (attempt != null && attempt.method() == Method.INVITE) {
                    boolean lost = attempt.status() == 0 && !attempt.acks().isEmpty();
                    if (attempt.isAccepted() || lost) {
                        flows.add(answered(scene, leg, attempt));
                    }
                } else if (attempt == null) {
                    unseen(scene, leg, flows);
                }
            }
        }
        return flows;
    }

    private static Flow answered(Scene scene, Leg leg, Request invite) {
        Draft draft = new Draft(scene, FlowKind.CALL_SETUP);
        draft.role("A", scene.caller(leg.number())).role("B", scene.callee(leg.number()));
        boolean acknowledged = !invite.acks().isEmpty();
        draft.proof(invite.sent(), "invite")
                .proof(invite.ringing(), "ringing")
                .proof(invite.answer(), "answer");
        if (acknowledged) {
            draft.proof(invite.acks().getFirst(), "ack");
        }
        return draft.mediumUnless(acknowledged && invite.sent() != null && invite.isHeardAtOrigin())
                .flow();
    }

    /// The capture began later: a dialog that carries requests was set up.
    private static void unseen(Scene scene, Leg leg, List<Flow> flows) {
        for (CallDialog dialog : scene.dialogs(leg.number())) {
            if (dialog.startUnseen() && dialog.confirmed() != 0) {
                CallMessage proof = scene.message(dialog.confirmed());
                if (proof.seen().sighting().method() != Method.BYE) {
                    flows.add(
                            new Draft(scene, FlowKind.CALL_SETUP)
                                    .role("A", scene.caller(leg.number()))
                                    .role("B", scene.callee(leg.number()))
                                    .proof(proof, "within-dialog")
                                    .attribute("startUnseen", true)
                                    .atMost(Confidence.MEDIUM)
                                    .flow());
                    return;
                }
            }
        }
    }
}
