package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Dialog;
import io.callogram.samples.script.Passage;
import io.callogram.samples.script.Scene;
import java.util.List;

/// Nobody is there: seven INVITEs in 32 s and no word back (RFC 3261 §17.1.1.2, timers A and B).
public final class Unreachable implements Flow {
    @Override
    public void play(Scene scene) {
        var caller = scene.partyOnUdp();
        var callee = scene.partyOnUdp();
        scene.entry().between(caller.user(), callee.dialled());
        Dialog dialog = scene.dialog(caller, callee);
        Passage invite =
                dialog.invite(new Call(scene.stage(), List.of(dialog), false).media().offer());
        long start = scene.stage().now();
        invite.repeat(0);
        double after = 0;
        for (double wait = 0.5; wait <= 16; wait *= 2) {
            after += wait;
            scene.stage().turnTo(start + (long) (after * 1e9));
            invite.repeat(0);
        }
        scene.entry().flow("unreachable").outcome("failed", "no-response");
    }
}
