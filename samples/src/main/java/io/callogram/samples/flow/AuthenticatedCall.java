package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Scene;

/// A call whose first INVITE is challenged, RFC 3261 §22.3: 407 from a proxy, 401 from a B2BUA.
public final class AuthenticatedCall implements Flow {
    @Override
    public void play(Scene scene) {
        Call call = scene.call(scene.party(), scene.party());
        call.inviteChallenged(scene.hasSwitch() ? 401 : 407, scene.site().domain());
        Talk.ringAndAnswer(scene, call);
        scene.entry().flow("call-setup").flow("auth-challenge").outcome("answered");
        Talk.talkAndRelease(scene, call);
    }
}
