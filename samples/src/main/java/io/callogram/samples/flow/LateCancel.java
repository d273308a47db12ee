package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Passage;
import io.callogram.samples.script.Reply;
import io.callogram.samples.script.Scene;
import io.callogram.samples.script.Side;

/// CANCEL crosses the 200: the call stands, and the caller ends it with BYE (RFC 5407 §3.1.2).
public final class LateCancel implements Flow {
    @Override
    public void play(Scene scene) {
        Call call = scene.proxied(scene.party(), scene.party()).invite();
        scene.postDialDelay();
        call.progress(180, false);
        scene.ring();
        Passage invite = call.invitation();
        Reply ok = call.okay();
        invite.reply(ok, invite.hops(), 1);
        long arrived = scene.stage().now();
        scene.stage().turnTo(arrived - 1_000_000);
        invite.cancel(0, 1);
        scene.stage().pause(0.001);
        invite.passBack(ok, 1, 0);
        call.acknowledge();
        call.bye(Side.CALLER);
        scene.entry().flow("call-setup").flow("release").outcome("answered").endedBy(Side.CALLER);
    }
}
