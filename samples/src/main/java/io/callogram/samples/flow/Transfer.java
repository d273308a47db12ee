package io.callogram.samples.flow;

import io.callogram.samples.script.Call;
import io.callogram.samples.script.Dialog;
import io.callogram.samples.script.Party;
import io.callogram.samples.script.Reply;
import io.callogram.samples.script.Scene;
import io.callogram.samples.script.Side;
import io.callogram.samples.sip.Body;

/// Transfers by REFER, RFC 5589: unattended (blind), the same failing, and attended with Replaces
/// (RFC 3891).
public enum Transfer implements Flow {
    BLIND {
        @Override
        void complete(Scene scene, Call first, Party target) {
            Call onward = refer(scene, first, target);
            Talk.ringAndAnswer(scene, onward);
            inform(first, "SIP/2.0 200 OK", "terminated;reason=noresource");
            first.bye(Side.CALLER);
            onward.talk(scene.talkTime()).bye(scene.anySide());
            scene.entry().flow("blind-transfer").flow("release");
        }
    },
    BLIND_FAILED {
        @Override
        void complete(Scene scene, Call first, Party target) {
            Call onward = refer(scene, first, target);
            scene.postDialDelay();
            onward.fail(Reply.of(486));
            inform(first, "SIP/2.0 486 Busy Here", "terminated;reason=noresource");
            scene.stage().pause(1.5);
            first.reinvite(Side.CALLER, Hold.RESUMED).talk(scene.talkTime() / 2);
            first.bye(scene.anySide());
            scene.entry().flow("blind-transfer").flow("release");
        }
    },
    ATTENDED {
        @Override
        void complete(Scene scene, Call first, Party target) {
            Party transferor = first.party(Side.CALLER);
            Call asking = scene.alongProxy(transferor, target).invite();
            Talk.ringAndAnswer(scene, asking);
            asking.talk(5 + scene.talkTime() / 6);
            Dialog replaced = asking.first();
            String replaces = replaced.replacesFor(Side.CALLEE);
            String referTo = target.contactUri() + "?Replaces=" + escaped(replaces);
            accept(scene, first, referTo);
            Call onward =
                    scene.alongProxy(
                                    first.party(Side.CALLEE), target.dialledAs(target.contactUri()))
                            .invite(
                                    "Replaces: " + replaces,
                                    "Referred-By: <" + transferor.uri() + ">");
            scene.stage().pause(0.05);
            onward.answer().acknowledge();
            asking.bye(Side.CALLEE);
            inform(first, "SIP/2.0 200 OK", "terminated;reason=noresource");
            first.bye(Side.CALLER);
            onward.talk(scene.talkTime()).bye(scene.anySide());
            scene.entry().flow("attended-transfer").flow("consultation-call").flow("release");
        }
    };

    abstract void complete(Scene scene, Call first, Party target);

    @Override
    public void play(Scene scene) {
        Call first = Talk.establish(scene, scene.proxied(scene.party(), scene.party()));
        first.talk(5 + scene.talkTime() / 4);
        first.reinvite(Side.CALLER, Hold.HELD);
        scene.stage().pause(1 + 3 * scene.chance().unit());
        scene.entry().flow("hold");
        complete(scene, first, scene.party());
    }

    /// The transferee is asked, agrees, and dials.
    private static Call refer(Scene scene, Call first, Party target) {
        accept(scene, first, target.target());
        return scene.alongProxy(first.party(Side.CALLEE), target)
                .invite("Referred-By: <" + first.party(Side.CALLER).uri() + ">");
    }

    private static void accept(Scene scene, Call first, String referTo) {
        first.ask(
                Side.CALLER,
                "REFER",
                Reply.of(202),
                null,
                "Refer-To: <" + referTo + ">",
                "Referred-By: <" + first.party(Side.CALLER).uri() + ">");
        inform(first, "SIP/2.0 100 Trying", "active;expires=60");
        scene.stage().pause(0.03);
    }

    /// How far the transferee has come, as a sipfrag (RFC 3515 §2.4.5).
    private static void inform(Call first, String status, String state) {
        Body fragment = new Body("message/sipfrag;version=2.0", status + "\r\n");
        first.ask(
                Side.CALLEE,
                "NOTIFY",
                Reply.of(200),
                fragment,
                "Event: refer",
                "Subscription-State: " + state);
    }

    /// What may not stand in a header of a URI is escaped, RFC 3261 §19.1.1.
    private static String escaped(String value) {
        return value.replace("%", "%25")
                .replace(";", "%3B")
                .replace("=", "%3D")
                .replace("@", "%40");
    }
}
