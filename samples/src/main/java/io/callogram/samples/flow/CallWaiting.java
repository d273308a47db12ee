package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Party;
import io.callogram.samples.script.Scene;
import io.callogram.samples.script.Side;

/// A second call knocks, the first is held for it and resumed after it (3GPP TS 24.615).
public final class CallWaiting implements Flow {
    @Override
    public void play(Scene scene) {
        Party busy = scene.party();
        Call first = Talk.establish(scene, scene.proxied(busy, scene.party()));
        first.talk(10 + scene.talkTime() / 4);
        Call second = scene.alongProxy(scene.party(), busy).invite();
        scene.postDialDelay();
        if (scene.chance().of(0.4)) {
            second.progress(182, false);
        } else {
            second.progress(180, false, "Alert-Info: <urn:alert:service:call-waiting>");
        }
        scene.stage().pause(2 + 5 * scene.chance().unit());
        first.reinvite(Side.CALLER, Hold.HELD);
        scene.stage().pause(0.05);
        second.answer().acknowledge();
        second.talk(10 + scene.talkTime() / 4);
        second.bye(Side.CALLER);
        scene.stage().pause(0.5);
        first.reinvite(Side.CALLER, Hold.RESUMED);
        first.talk(scene.talkTime() / 2);
        scene.entry().flow("call-waiting").flow("hold");
        Talk.release(scene, first, scene.anySide());
    }
}
