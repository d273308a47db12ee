package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Reply;
import io.callogram.samples.script.Scene;

/// The callee is busy, RFC 3665 §3.9: 486, seldom 600, now and then with the network's own cause.
public final class Busy implements Flow {
    @Override
    public void play(Scene scene) {
        Call call = scene.call(scene.party(), scene.party());
        scene.showPerhapsOneLeg(call);
        call.invite();
        scene.postDialDelay();
        Reply busy = Reply.of(scene.chance().of(0.1) ? 600 : 486);
        call.fail(
                scene.chance().of(0.2)
                        ? busy.with("Reason: Q.850;cause=17;text=\"User busy\"")
                        : busy);
        scene.entry().flow("busy").outcome("busy");
    }
}
