package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Scene;

/// The caller thinks better of it before any phone rings: CANCEL after nothing but 100 (RFC 3261
/// §9.1).
public final class CallerAbandon implements Flow {
    @Override
    public void play(Scene scene) {
        Call call = scene.call(scene.party(), scene.party());
        call.invite();
        if (scene.hasSwitch()) {
            // A CANCEL may not be sent before a provisional response has come.
            call.lastInvitation().tryingFromLast();
        }
        scene.stage().pause(0.4 + 2 * scene.chance().unit());
        call.cancel();
        scene.entry().flow("caller-abandon").outcome("cancelled");
    }
}
