package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call between two that a third party makes (RFC 3725, RFC 5359 §2.18): it calls both and hands
/// each the other's session description, or asks an idle phone by REFER to call.
final class ThirdPartyCall implements Rule {

    /// The discard port.
    private static final int NOWHERE = 9;

    @Override
    public List<Flow> of(Scene scene) {
        List<Flow> flows = new ArrayList<>(0);
        if (scene.has(Method.REFER)) {
            for (Referral referral : Referral.all(scene)) {
                if (referral.dialog() == null
                        && referral.replaces() == null
                        && referral.isAccepted()
                        && !Parking.isParking(scene, referral)
                        && !Conference.isInvolved(scene, referral)) {
                    flows.add(clicked(scene, referral));
                }
            }
        }
        if (scene.legs().size() > 1) {
            connected(scene, flows);
        }
        return flows;
    }

    private static Flow clicked(Scene scene, Referral referral) {
        Request refer = referral.refer();
        Leg onward = referral.onward(scene);
        Request invite = onward == null ? null : scene.attempt(onward.number());
        Draft draft = new Draft(scene, FlowKind.THIRD_PARTY_CALL);
        draft.role("S", Scene.name(refer.sighting().from()))
                .role("A", Scene.name(refer.sighting().to()))
                .role("B", Scene.name(referral.target()));
        draft.proof(refer.sent(), "refer-outside-dialog").proof(refer.answer(), "refer-accepted");
        if (invite != null) {
            draft.proof(invite.sent(), "referred-invite").proof(invite.answer(), "answer");
        }
        for (Request report : referral.reports(scene)) {
            draft.proof(report.sent(), "notify-" + Referral.reported(report));
        }
        return draft.attribute("method", "refer").mediumUnless(invite != null).flow();
    }

    /// Two legs of one caller, each of which carries what the other's callee described.
    private static void connected(Scene scene, List<Flow> flows) {
        for (Leg second : scene.legs()) {
            Request later =
                    second.method() == Method.INVITE ? scene.attempt(second.number()) : null;
            for (int i = 1; later != null && i < second.number(); i++) {
                Leg first = scene.leg(i);
                Request earlier = first.method() == Method.INVITE ? scene.attempt(i) : null;
                if (earlier == null
                        || !isBlank(earlier)
                        || earlier.origin().clientNode() != later.origin().clientNode()) {
                    continue;
                }
                Agreement crossed = crossed(scene, i, second.number());
                if (crossed != null) {
                    flows.add(flow(scene, earlier, later, crossed));
                    return;
                }
            }
        }
    }

    private static Flow flow(Scene scene, Request earlier, Request later, Agreement crossed) {
        return new Draft(scene, FlowKind.THIRD_PARTY_CALL)
                .role("S", scene.node(later.origin().clientNode()))
                .role("A", Scene.name(scene.leg(earlier.leg()).to()))
                .role("B", Scene.name(scene.leg(later.leg()).to()))
                .proof(earlier.sent(), "first-invite")
                .proof(earlier.answer(), "first-answer")
                .proof(later.sent(), "second-invite")
                .proof(later.answer(), "second-answer")
                .proof(
                        crossed.byCaller() ? crossed.offer() : crossed.answer(),
                        "session-of-the-other")
                .attribute("method", "invite")
                .mediumUnless(later.isAccepted())
                .flow();
    }

    /// No session of its own to offer: none at all, or one that leads nowhere (RFC 3725 §4).
    private static boolean isBlank(Request invite) {
        CallMessage sent = invite.sent();
        Media own = sent == null ? null : Streams.audio(sent.seen().session());
        return sent != null
                && (sent.seen().session() == null
                        || own == null
                        || Streams.isNowhere(own)
                        || own.port() == NOWHERE);
    }

    /// Where the controller says in one leg what the callee of the other said.
    private static @Nullable Agreement crossed(Scene scene, int first, int second) {
        for (Agreement a : scene.agreements()) {
            int leg = scene.dialog(a.dialog()).leg();
            if (leg != first && leg != second) {
                continue;
            }
            for (Agreement other : scene.agreements()) {
                int otherLeg = scene.dialog(other.dialog()).leg();
                if (otherLeg != leg
                        && (otherLeg == first || otherLeg == second)
                        && Streams.isSameEndpoint(
                                Streams.audio(a.caller()), Streams.audio(other.callee()))) {
                    return a;
                }
            }
        }
        return null;
    }
}
