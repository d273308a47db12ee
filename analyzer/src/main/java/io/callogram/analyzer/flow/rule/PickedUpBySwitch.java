package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.call.Link;
import io.callogram.analyzer.flow.Confidence;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A ringing call that a colleague takes by a code: the switch answers both and stops the phone
/// that rang. No message says that one is for the other.
final class PickedUpBySwitch implements Rule {

    /// The switch stops the ringing so near to its answer.
    private static final long NEAR = 1_000_000_000L;

    @Override
    public List<Flow> of(Scene scene) {
        if (!scene.has(Method.CANCEL)) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(0);
        for (Leg leg : scene.legs()) {
            Link link = leg.link();
            Request code =
                    link != null && link.kind().equals("pickup")
                            ? scene.attempt(leg.number())
                            : null;
            CallMessage answer = code == null ? null : code.answer();
            if (code != null && link != null && answer != null && code.isAccepted()) {
                Request rang = stopped(scene, scene.head(link.toLeg()), answer.seen().time());
                if (rang != null) {
                    flows.add(flow(scene, leg, code, rang, scene.head(link.toLeg())));
                }
            }
        }
        return flows;
    }

    /// The INVITE to the phone that rang, cancelled when the code was answered.
    private static @Nullable Request stopped(Scene scene, int head, long when) {
        for (Leg leg : scene.legs()) {
            Request invite =
                    leg.number() != head && scene.head(leg.number()) == head
                            ? scene.attempt(leg.number())
                            : null;
            CallMessage cancel = invite == null ? null : invite.cancel();
            if (invite != null
                    && cancel != null
                    && invite.ringing() != null
                    && Math.abs(cancel.seen().time() - when) <= NEAR) {
                return invite;
            }
        }
        return null;
    }

    private static Flow flow(Scene scene, Leg leg, Request code, Request rang, int head) {
        return new Draft(scene, FlowKind.CALL_PICKUP)
                .role("A", scene.caller(head))
                .role("B", scene.callee(head))
                .role("D", Scene.name(leg.from()))
                .attribute("by", "feature-code")
                .attribute("result", "success")
                .proof(rang.ringing(), "ringing")
                .proof(code.sent(), "feature-code")
                .proof(rang.cancel(), "ringing-stopped")
                .proof(code.answer(), "taken-over")
                .atMost(Confidence.MEDIUM)
                .flow();
    }
}
