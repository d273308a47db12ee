package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Reply;
import io.callogram.samples.script.Scene;
import io.callogram.samples.script.Side;
import java.util.function.UnaryOperator;

/// The session timer of RFC 4028: refreshed at half its interval, by re-INVITE or UPDATE.
public final class SessionRefresh implements Flow {
    private static final String TIMER = "Session-Expires: 180;refresher=uac";

    @Override
    public void play(Scene scene) {
        Call call =
                scene.call(scene.party(), scene.party())
                        .invite("Session-Expires: 180", "Min-SE: 90");
        scene.postDialDelay();
        call.progress(180, false);
        scene.ring();
        call.answer("Require: timer", TIMER).acknowledge();
        boolean byUpdate = scene.chance().of(0.5);
        int rounds = scene.chance().between(1, 3);
        for (int i = 0; i < rounds; i++) {
            call.talk(90);
            if (byUpdate) {
                call.ask(
                        Side.CALLER,
                        "UPDATE",
                        Reply.of(200).with("Require: timer", TIMER),
                        null,
                        TIMER);
            } else {
                call.reinvite(Side.CALLER, UnaryOperator.identity(), TIMER);
            }
        }
        call.talk(scene.chance().between(5, 80));
        scene.entry().flow("call-setup").flow("session-refresh").outcome("answered");
        Talk.release(scene, call, scene.anySide());
    }
}
