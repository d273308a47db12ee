package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Scene;

/// Nobody answers and the caller gives up, RFC 3665 §3.8.
public final class NoAnswerCancel implements Flow {
    @Override
    public void play(Scene scene) {
        Call call = scene.call(scene.party(), scene.party());
        scene.showPerhapsOneLeg(call);
        call.invite();
        scene.postDialDelay();
        call.progress(180, false);
        scene.ringInVain();
        call.cancel();
        scene.entry().flow("no-answer-cancel").outcome("no-answer");
    }
}
