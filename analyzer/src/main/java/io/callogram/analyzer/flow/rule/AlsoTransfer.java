package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.HeaderText;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A blind transfer as it was before REFER: the BYE says by Also whom the other side is to call.
/// Who does not call anybody then did not know the field.
final class AlsoTransfer implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (!scene.has(Mark.ALSO)) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(1);
        for (Request bye : scene.requests()) {
            String value = bye.method() == Method.BYE ? bye.sighting().first(Mark.ALSO) : null;
            Address target = value == null ? null : HeaderText.address(value);
            Request onward = target == null ? null : onward(scene, bye, target);
            if (target != null && onward != null) {
                flows.add(flow(scene, bye, target, onward));
            }
        }
        return flows;
    }

    /// The call that the other side made for it.
    private static @Nullable Request onward(Scene scene, Request bye, Address target) {
        for (Leg leg : scene.legs()) {
            Request invite = leg.method() == Method.INVITE ? scene.attempt(leg.number()) : null;
            if (invite != null
                    && invite.time() >= bye.time()
                    && invite.time() - bye.time() <= scene.thresholds().referInvite()
                    && Sides.isSame(target, leg.to())
                    && Scene.name(leg.from()).equals(Sides.asked(scene, bye))) {
                return invite;
            }
        }
        return null;
    }

    private static Flow flow(Scene scene, Request bye, Address target, Request onward) {
        int status = onward.status();
        Draft draft =
                new Draft(scene, FlowKind.BLIND_TRANSFER)
                        .role("A", Sides.asker(scene, bye))
                        .role("B", Sides.asked(scene, bye))
                        .role("C", Scene.name(target))
                        .attribute("by", "also")
                        .attribute(
                                "result",
                                status == 0 ? "unknown" : status < 300 ? "success" : "failed");
        if (status >= 300) {
            draft.attribute("code", Integer.toString(status));
        }
        return draft.proof(bye.sent(), "bye-also")
                .proof(onward.sent(), "invite-to-also")
                .proof(onward.answer(), onward.isAccepted() ? "target-answered" : "target-refused")
                .flow();
    }
}
