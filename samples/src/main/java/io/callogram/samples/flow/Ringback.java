package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Dialog;
import io.callogram.samples.script.Node;
import io.callogram.samples.script.Party;
import io.callogram.samples.script.Reply;
import io.callogram.samples.script.Scene;
import io.callogram.samples.script.Side;
import java.util.List;

/// A colour ring-back tone: while the callee rings, the switch plays the caller a tone from a media
/// server (TS 24.182).
public final class Ringback implements Flow {
    @Override
    public void play(Scene scene) {
        Party caller = scene.party();
        Party callee = scene.party();
        Node middle = scene.site().backToBack();
        scene.entry().between(caller.user(), callee.dialled());
        List<Dialog> legs =
                List.of(
                        scene.dialog(caller, callee.at(middle)),
                        scene.dialog(caller.at(middle), callee));
        Call call = new Call(scene.stage(), legs, false).invite();
        scene.postDialDelay();
        call.lastInvitation().reply(Reply.of(180));
        Call tone = toneFrom(scene, caller.at(middle), call);
        Reply early = Reply.of(scene.chance().of(0.5) ? 183 : 180).with("P-Early-Media: sendonly");
        call.invitation().reply(early.saying(tone.media().answer()));
        scene.ring();
        call.answerLast();
        tone.bye(Side.CALLER);
        call.answerFirst().acknowledge();
        scene.entry()
                .flow("ringback-tone")
                .flow("call-setup")
                .flow("early-media")
                .outcome("answered");
        Talk.talkAndRelease(scene, call);
    }

    private static Call toneFrom(Scene scene, Party caller, Call call) {
        String uri = "sip:crbt@" + scene.site().domain();
        Party server = new Party(scene.site().mediaServer(), "crbt", "", uri, uri);
        Dialog toServer = scene.dialog(caller, server);
        return new Call(scene.stage(), List.of(toServer), false, call.media().of(Side.CALLER))
                .invite()
                .answer()
                .acknowledge();
    }
}
