package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Scene;
import io.callogram.samples.script.Side;
import io.callogram.samples.sip.Direction;
import io.callogram.samples.sip.Sdp;
import java.util.List;
import java.util.function.UnaryOperator;

/// Hold and resume, RFC 5359 §2.1, in the four spellings of a hold offer that are in use.
public final class Hold implements Flow {
    static final UnaryOperator<Sdp> RESUMED = sdp -> sdp.next(Direction.SENDRECV);
    static final UnaryOperator<Sdp> HELD = sdp -> sdp.next(Direction.SENDONLY);
    private static final List<UnaryOperator<Sdp>> SPELLINGS =
            List.of(
                    HELD,
                    HELD,
                    HELD,
                    sdp -> sdp.next(Direction.INACTIVE),
                    sdp -> sdp.next(Direction.SENDRECV).withNulledConnection(),
                    sdp -> sdp.next(Direction.SENDONLY).withNulledConnection());

    @Override
    public void play(Scene scene) {
        Call call = Talk.between(scene, scene.party(), scene.party());
        call.talk(scene.talkTime() / 3);
        Side by = scene.anySide();
        call.reinvite(by, scene.chance().pick(SPELLINGS));
        scene.stage().pause(scene.chance().between(5, 60));
        scene.entry().flow("hold");
        if (scene.chance().of(0.85)) {
            call.reinvite(by, RESUMED);
            call.talk(scene.talkTime() / 3);
        }
        Talk.release(scene, call, scene.anySide());
    }
}
