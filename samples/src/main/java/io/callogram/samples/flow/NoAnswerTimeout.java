package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Reply;
import io.callogram.samples.script.Scene;

/// Nobody answers and the callee's side gives up: 408, or 480 as RFC 3665 §3.11 has it.
public final class NoAnswerTimeout implements Flow {
    @Override
    public void play(Scene scene) {
        Call call = scene.call(scene.party(), scene.party());
        scene.showPerhapsOneLeg(call);
        call.invite();
        scene.postDialDelay();
        call.progress(180, false);
        scene.ringInVain();
        call.fail(
                scene.chance().of(0.5)
                        ? Reply.of(408)
                        : Reply.of(480)
                                .with("Reason: Q.850;cause=19;text=\"No answer from user\""));
        scene.entry().flow("no-answer-timeout").outcome("no-answer");
    }
}
