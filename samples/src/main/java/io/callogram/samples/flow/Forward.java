package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Party;
import io.callogram.samples.script.Reply;
import io.callogram.samples.script.Scene;

/// Call forwarding, RFC 5359 §2.7 to §2.9: a proxy adds a branch to the same request, a B2BUA a leg
/// with a new Call-ID.
public enum Forward implements Flow {
    UNCONDITIONAL("forward-unconditional", "unconditional", 302) {
        @Override
        void tryFirst(Scene scene, Call call) {
            call.inviteServer();
            scene.stage().pause(0.004);
        }
    },
    BUSY("forward-busy", "user-busy", 486) {
        @Override
        void tryFirst(Scene scene, Call call) {
            call.invite();
            scene.postDialDelay();
            call.failBelow(Reply.of(486));
        }
    },
    NO_ANSWER("forward-no-answer", "no-answer", 408) {
        @Override
        void tryFirst(Scene scene, Call call) {
            call.invite();
            scene.postDialDelay();
            call.progress(180, false);
            scene.ringInVain();
            call.cancelBelow();
        }
    };

    private final String slug;
    private final String reason;
    private final int cause;

    Forward(String slug, String reason, int cause) {
        this.slug = slug;
        this.reason = reason;
        this.cause = cause;
    }

    abstract void tryFirst(Scene scene, Call call);

    @Override
    public void play(Scene scene) {
        Party dialled = scene.party();
        Party elsewhere = scene.party();
        Call call = scene.call(scene.party(), dialled);
        tryFirst(scene, call);
        scene.stage().pause(0.003);
        call.announce(Reply.of(181));
        Call onward =
                scene.chance().of(0.6)
                        ? call.alsoTo(
                                elsewhere,
                                "Diversion: <"
                                        + dialled.target()
                                        + ">;reason="
                                        + reason
                                        + ";counter=1")
                        : call.alsoTo(elsewhere, history(dialled, elsewhere));
        Talk.ringAndAnswer(scene, onward);
        scene.entry().flow(slug).flow("call-setup").outcome("answered");
        Talk.talkAndRelease(scene, onward);
    }

    /// RFC 7044 §5 with the cause parameter of RFC 4458.
    private String[] history(Party dialled, Party elsewhere) {
        return new String[] {
            "History-Info: <" + dialled.target() + ">;index=1",
            "History-Info: <" + elsewhere.target() + ";cause=" + cause + ">;index=1.1"
        };
    }
}
