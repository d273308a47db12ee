package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Scene;
import io.callogram.samples.script.Side;

/// Set-up and release, RFC 3665 §3.1: the call most captures are made of.
public final class CallSetup implements Flow {
    @Override
    public void play(Scene scene) {
        Call call = scene.call(scene.party(), scene.party());
        scene.showPerhapsOneLeg(call);
        Talk.establish(scene, call).talk(scene.talkTime());
        Side side = scene.anySide();
        boolean cleared = scene.chance().of(0.1);
        if (cleared) {
            call.bye(side, "Reason: Q.850;cause=16;text=\"Normal call clearing\"");
        } else {
            call.bye(side);
        }
        scene.entry().flow("release").endedBy(side);
    }
}
