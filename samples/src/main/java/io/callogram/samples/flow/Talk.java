package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Party;
import io.callogram.samples.script.Scene;
import io.callogram.samples.script.Side;

/// The pieces that nearly every script has: a call is set up, and somebody hangs up.
final class Talk {
    private Talk() {}

    static Call establish(Scene scene, Call call) {
        call.invite();
        ringAndAnswer(scene, call);
        scene.entry().flow("call-setup").outcome("answered");
        return call;
    }

    static void ringAndAnswer(Scene scene, Call call) {
        scene.postDialDelay();
        call.progress(180, false);
        scene.ring();
        call.answer().acknowledge();
    }

    static Call between(Scene scene, Party one, Party other) {
        return establish(scene, scene.call(one, other));
    }

    static void release(Scene scene, Call call, Side by) {
        call.bye(by);
        scene.entry().flow("release").endedBy(by);
    }

    static void talkAndRelease(Scene scene, Call call) {
        call.talk(scene.talkTime());
        release(scene, call, scene.anySide());
    }
}
