package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Party;
import io.callogram.samples.script.Scene;
import io.callogram.samples.script.Side;

/// A phone holds one call, makes another, holds that, resumes both and mixes them itself.
public final class ThreeWay implements Flow {
    @Override
    public void play(Scene scene) {
        Party mixer = scene.party();
        Call one = Talk.establish(scene, scene.proxied(mixer, scene.party()));
        one.talk(5 + scene.talkTime() / 4).reinvite(Side.CALLER, Hold.HELD);
        scene.stage().pause(1 + 2 * scene.chance().unit());
        Call other = scene.alongProxy(mixer, scene.party()).invite();
        Talk.ringAndAnswer(scene, other);
        other.talk(3 + scene.talkTime() / 6).reinvite(Side.CALLER, Hold.HELD);
        scene.stage().pause(0.3);
        one.reinvite(Side.CALLER, Hold.RESUMED);
        other.reinvite(Side.CALLER, Hold.RESUMED);
        scene.stage().pause(5 + scene.talkTime());
        other.bye(Side.CALLER);
        scene.stage().pause(0.2);
        scene.entry().flow("three-way").flow("hold").flow("consultation-call");
        Talk.release(scene, one, Side.CALLER);
    }
}
