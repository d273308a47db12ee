package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Reply;
import io.callogram.samples.script.Scene;
import io.callogram.samples.script.Side;
import io.callogram.samples.sip.Body;
import io.callogram.samples.sip.Direction;

/// Calls in which something happens on the way: reliable early media, keys pressed, a fax.
public enum InCall implements Flow {
    /// RFC 3262: the 183 carries the answer and is itself acknowledged.
    PRACK {
        @Override
        public void play(Scene scene) {
            int number = scene.chance().between(1, 9000);
            Call call = scene.proxied(scene.party(), scene.party()).invite("Require: 100rel");
            scene.postDialDelay();
            call.progress(183, true, "Require: 100rel", "RSeq: " + number);
            String acknowledged =
                    "RAck: " + number + " " + call.invitation().sequence() + " INVITE";
            call.ask(Side.CALLER, "PRACK", Reply.of(200), null, acknowledged);
            scene.ring();
            call.answerWithoutMedia().acknowledge();
            scene.entry().flow("call-setup").flow("prack").flow("early-media").outcome("answered");
            Talk.talkAndRelease(scene, call);
        }
    },
    /// Keys by INFO, RFC 6086.
    DTMF {
        @Override
        public void play(Scene scene) {
            Call call = Talk.between(scene, scene.party(), scene.party()).talk(3);
            int keys = scene.chance().between(2, 8);
            for (int i = 0; i < keys; i++) {
                Body key =
                        new Body(
                                "application/dtmf-relay",
                                "Signal=" + scene.chance().below(10) + "\r\nDuration=160\r\n");
                call.ask(Side.CALLER, "INFO", Reply.of(200), key);
                scene.stage().pause(0.3 + scene.chance().unit());
            }
            scene.entry().flow("dtmf-info");
            Talk.talkAndRelease(scene, call);
        }
    },
    /// The called fax asks for T.38 (ITU-T T.38 annex D).
    FAX {
        @Override
        public void play(Scene scene) {
            Call call = Talk.between(scene, scene.party(), scene.party()).talk(4);
            call.reinvite(Side.CALLEE, sdp -> sdp.next(Direction.SENDRECV).withFax());
            scene.entry().flow("fax-t38");
            scene.stage().pause(20 + scene.talkTime() / 2);
            Talk.release(scene, call, scene.anySide());
        }
    }
}
