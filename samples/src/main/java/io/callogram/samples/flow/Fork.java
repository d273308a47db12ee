package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Party;
import io.callogram.samples.script.Scene;

/// Two phones of one user ring, one is picked up, the proxy cancels the other (RFC 3261 §16.6,
/// §16.7; RFC 3326).
public final class Fork implements Flow {
    private static final String ELSEWHERE =
            "Reason: SIP;cause=200;text=\"Call completed elsewhere\"";

    @Override
    public void play(Scene scene) {
        Party callee = scene.party();
        Party second = callee.at(scene.party().node());
        Call one = scene.proxied(scene.party(), callee).invite();
        Call other = one.alsoTo(second);
        scene.postDialDelay();
        one.progress(180, false);
        scene.stage().pause(0.1 * scene.chance().unit());
        other.progress(180, false);
        scene.ring();
        boolean firstWins = scene.chance().of(0.5);
        Call won = firstWins ? one : other;
        Call lost = firstWins ? other : one;
        won.answer().acknowledge();
        lost.cancelBelow(ELSEWHERE);
        scene.entry().flow("call-setup").flow("fork").outcome("answered");
        Talk.talkAndRelease(scene, won);
    }
}
