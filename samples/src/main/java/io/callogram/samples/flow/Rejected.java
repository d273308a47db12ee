package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Reply;
import io.callogram.samples.script.Scene;
import java.util.List;

/// A call refused by the network or by the called user (RFC 3261 §21.4, §21.6).
public final class Rejected implements Flow {
    private record Refusal(int code, String outcomeClass, boolean byNetwork) {}

    private static final List<Refusal> REFUSALS =
            List.of(
                    new Refusal(403, "forbidden", true),
                    new Refusal(404, "not-found", true),
                    new Refusal(404, "not-found", true),
                    new Refusal(488, "media", false),
                    new Refusal(603, "declined", false),
                    new Refusal(603, "declined", false));

    @Override
    public void play(Scene scene) {
        Refusal refusal = scene.chance().pick(REFUSALS);
        if (refusal.byNetwork) {
            Call call = scene.proxied(scene.party(), scene.party());
            call.refusedByFirst(Reply.of(refusal.code));
        } else {
            Call call = scene.call(scene.party(), scene.party());
            scene.showPerhapsOneLeg(call);
            call.invite();
            scene.postDialDelay();
            if (refusal.code == 603) {
                call.progress(180, false);
                scene.stage().pause(2 + 4 * scene.chance().unit());
            }
            call.fail(refusal.code == 488 ? notAcceptable(scene) : Reply.of(refusal.code));
        }
        scene.entry().flow("rejected").outcome("rejected", refusal.outcomeClass);
    }

    private static Reply notAcceptable(Scene scene) {
        return Reply.of(488)
                .with("Warning: 305 " + scene.site().domain() + " \"Incompatible media format\"");
    }
}
