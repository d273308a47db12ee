package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Dialog;
import io.callogram.samples.script.Party;
import io.callogram.samples.script.Passage;
import io.callogram.samples.script.Reply;
import io.callogram.samples.script.Scene;
import java.util.List;

/// A redirect server answers 302, RFC 3665 §3.6; most callers try the Contact it names, some give
/// up.
public final class Redirect implements Flow {
    @Override
    public void play(Scene scene) {
        Party caller = scene.party();
        Party dialled = scene.party();
        Party elsewhere = scene.party();
        scene.entry().between(caller.user(), dialled.dialled()).flow("redirect");
        Dialog toServer = scene.dialog(caller, dialled.at(scene.site().router()));
        Call asked = new Call(scene.stage(), List.of(toServer), false);
        Passage invite = toServer.invite(asked.media().offer()).send();
        scene.stage().pause(0.01);
        invite.reply(Reply.of(302).with("Contact: <" + elsewhere.target() + ">"));
        if (scene.chance().of(0.2)) {
            scene.entry().outcome("redirected");
            return;
        }
        scene.stage().pause(0.02);
        Dialog again = toServer.redirectedTo(elsewhere, List.of(scene.site().edge()));
        Call call = new Call(scene.stage(), List.of(again), false);
        Talk.establish(scene, call);
        Talk.talkAndRelease(scene, call);
    }
}
