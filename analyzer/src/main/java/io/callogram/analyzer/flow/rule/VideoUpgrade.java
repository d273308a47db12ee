package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Agreement.Change;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Scene;
import java.util.ArrayList;
import java.util.List;

/// Video that joins a call of audio alone.
final class VideoUpgrade implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (scene.agreements().size() < 2 || scene.requests().size() < 2) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(0);
        for (Agreement a : scene.agreements()) {
            Agreement before = a.before();
            if (a.change() == Change.MODIFY
                    && before != null
                    && hasVideo(a)
                    && !hasVideo(before)
                    && scene.head(a.request().leg()) == a.request().leg()) {
                flows.add(
                        new Draft(scene, FlowKind.VIDEO_UPGRADE)
                                .role("A", Sides.asker(scene, a.request()))
                                .role("B", Sides.asked(scene, a.request()))
                                .proof(a.offer(), "video-offer")
                                .proof(a.answer(), "video-accepted")
                                .flow());
            }
        }
        return flows;
    }

    private static boolean hasVideo(Agreement a) {
        return Streams.first(a.caller(), "video") != null
                && Streams.first(a.callee(), "video") != null;
    }
}
