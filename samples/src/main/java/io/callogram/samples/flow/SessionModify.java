package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Reply;
import io.callogram.samples.script.Scene;
import io.callogram.samples.script.Side;
import io.callogram.samples.sip.Codec;
import io.callogram.samples.sip.Direction;
import io.callogram.samples.sip.Sdp;
import java.util.List;
import java.util.function.UnaryOperator;

/// The session of a call changes, RFC 3665 §3.7: another codec, or video joins; also when both try
/// at once.
public enum SessionModify implements Flow {
    ACCEPTED {
        @Override
        void change(Scene scene, Call call, UnaryOperator<Sdp> change) {
            call.reinvite(scene.anySide(), change);
        }
    },
    /// Both ends offer at once, both refuse with 491, and the owner of the Call-ID waits longer
    /// (RFC 3261 §14.1).
    GLARE {
        @Override
        void change(Scene scene, Call call, UnaryOperator<Sdp> change) {
            long start = scene.stage().now();
            call.reinviteRefused(Side.CALLER, change, Reply.of(491));
            scene.stage().turnTo(start + 2_000_000);
            call.reinviteRefused(Side.CALLEE, change, Reply.of(491));
            scene.stage().pause(2.1 + 1.9 * scene.chance().unit());
            call.reinvite(Side.CALLER, change);
            scene.entry().flow("glare");
        }
    };

    private static final List<UnaryOperator<Sdp>> CHANGES =
            List.of(
                    sdp ->
                            sdp.next(Direction.SENDRECV)
                                    .withAudio(List.of(otherThan(sdp.audio().get(0)), Codec.EVENT)),
                    sdp ->
                            sdp.next(Direction.SENDRECV)
                                    .withVideo(
                                            sdp.videoPort() > 0 ? 0 : sdp.port() + 2,
                                            List.of(Codec.H264)));

    private static Codec otherThan(Codec first) {
        return first.equals(Codec.PCMU) ? Codec.G722 : Codec.PCMU;
    }

    abstract void change(Scene scene, Call call, UnaryOperator<Sdp> change);

    @Override
    public void play(Scene scene) {
        Call call =
                this == GLARE
                        ? Talk.establish(scene, scene.proxied(scene.party(), scene.party()))
                        : Talk.between(scene, scene.party(), scene.party());
        call.talk(scene.talkTime() / 2);
        UnaryOperator<Sdp> change = scene.chance().pick(CHANGES);
        boolean video = call.media().of(Side.CALLER).videoPort() > 0;
        change(scene, call, change);
        scene.entry().flow("session-modify");
        if (!video && call.media().of(Side.CALLER).videoPort() > 0) {
            scene.entry().flow("video-upgrade");
        }
        Talk.talkAndRelease(scene, call);
    }
}
