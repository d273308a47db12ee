package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Party;
import io.callogram.samples.script.Scene;
import io.callogram.samples.script.Side;

/// A colleague takes a ringing call: INVITE with Replaces for the early dialog, RFC 5359 §2.16 and
/// RFC 3891 §3.
public final class Pickup implements Flow {
    @Override
    public void play(Scene scene) {
        Party caller = scene.party();
        Party colleague = scene.party();
        Call ringing = scene.proxied(caller, scene.party()).invite();
        scene.postDialDelay();
        ringing.progress(180, false);
        scene.stage().pause(4 + 5 * scene.chance().unit());
        String replaces = ringing.first().replacesFor(Side.CALLER);
        Call taken =
                scene.alongProxy(colleague, caller.dialledAs(caller.contactUri()))
                        .invite("Replaces: " + replaces + ";early-only");
        scene.stage().pause(0.02);
        taken.answer().acknowledge();
        ringing.cancel();
        scene.entry().flow("call-pickup").flow("call-setup").outcome("answered");
        taken.talk(scene.talkTime()).bye(scene.anySide());
        scene.entry().flow("release");
    }
}
