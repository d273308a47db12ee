package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A provisional response with a session description: the caller hears something before the answer
/// (RFC 3960). Where a failure follows it was an announcement.
final class EarlyMedia implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        boolean rings = scene.has(183) || scene.has(180) || scene.has(182) || scene.has(181);
        if (!rings || !scene.traits().hasEarlySession()) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(0);
        List<Leg> legs = scene.legs();
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            boolean head =
                    leg.method() == Method.INVITE && scene.head(leg.number()) == leg.number();
            Request invite = head ? scene.attempt(leg.number()) : null;
            CallMessage early = invite == null ? null : first(invite);
            if (invite != null && early != null) {
                flows(scene, leg, invite, early, flows);
            }
        }
        return flows;
    }

    /// A gateway rings in band: what lasted until nobody had answered may have been that tone.
    private static boolean maybeTone(Scene scene, Request invite, CallMessage early) {
        CallMessage answer = invite.answer();
        return switch (invite.status()) {
            case 408, 480, 504 ->
                    answer != null
                            && answer.seen().time() - early.seen().time()
                                    >= scene.thresholds().noAnswerRing();
            default -> false;
        };
    }

    /// The first one at the origin.
    static @Nullable CallMessage first(Request invite) {
        for (Hop hop : invite.hops()) {
            if (hop.isOrigin()) {
                for (CallMessage m : hop.provisionals()) {
                    if (Streams.sounds(m.seen().session())) {
                        return m;
                    }
                }
            }
        }
        return null;
    }

    private static void flows(
            Scene scene, Leg leg, Request invite, CallMessage early, List<Flow> flows) {
        Draft draft = new Draft(scene, FlowKind.EARLY_MEDIA);
        draft.role("A", scene.caller(leg.number())).role("B", scene.callee(leg.number()));
        draft.proof(early, "provisional-with-sdp");
        Media media = Objects.requireNonNull(Streams.audio(early.seen().session()));
        int status = invite.status();
        boolean fails = status >= 400 && status != 487;
        boolean tone = fails && maybeTone(scene, invite, early);
        draft.attribute(
                "kind",
                fails && !tone ? "announcement" : status / 100 == 2 ? "ringback" : "unknown");
        draft.attribute("from", Streams.endpoint(media));
        Sighting s = early.seen().sighting();
        String authorised = s.first(Mark.EARLY_MEDIA);
        if (authorised != null) {
            draft.attribute("pEarlyMedia", authorised);
        }
        draft.attribute("ended", status != 0);
        flows.add(draft.flow());
        if (fails) {
            flows.add(
                    new Draft(scene, FlowKind.ANNOUNCEMENT)
                            .role("A", scene.caller(leg.number()))
                            .role("B", scene.callee(leg.number()))
                            .proof(early, "provisional-with-sdp")
                            .proof(invite.answer(), "released-after")
                            .attribute("code", Integer.toString(status))
                            .mediumUnless(!tone)
                            .flow());
        }
    }
}
