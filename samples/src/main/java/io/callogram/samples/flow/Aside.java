package io.callogram.samples.flow;

import io.callogram.samples.script.Dialog;
import io.callogram.samples.script.Node;
import io.callogram.samples.script.Party;
import io.callogram.samples.script.Reply;
import io.callogram.samples.script.Scene;
import io.callogram.samples.script.Side;
import io.callogram.samples.sip.Body;

/// Traffic beside calls: keep-alives, subscriptions, messages, and packets on the SIP port that are
/// no SIP.
public enum Aside implements Flow {
    /// OPTIONS every half minute between two hosts, with a Call-ID each.
    OPTIONS_PING {
        @Override
        public void play(Scene scene) {
            Party peer = scene.partyOnUdp();
            Party server = server(scene, "sip:" + scene.site().domain());
            scene.entry()
                    .kind("options")
                    .between(peer.user(), "")
                    .flow("options-ping")
                    .outcome("ok");
            int times = scene.chance().between(2, 8);
            for (int i = 0; i < times; i++) {
                scene.dialog(peer, server)
                        .outside("OPTIONS", false, null)
                        .send()
                        .reply(Reply.of(200));
                scene.stage().pause(30);
            }
        }
    },
    /// Message waiting, RFC 3842.
    MESSAGE_WAITING {
        @Override
        public void play(Scene scene) {
            Party phone = scene.party();
            Dialog dialog = scene.dialog(phone, server(scene, phone.uri()));
            scene.entry().kind("subscription").between(phone.user(), phone.user());
            scene.entry().flow("subscribe-notify").outcome("ok");
            dialog.outside("SUBSCRIBE", true, null, EVENT, "Expires: 600", "Accept: " + SUMMARY)
                    .send()
                    .reply(Reply.of(200).with("Expires: 600"));
            report(dialog, 0, "active;expires=600");
            scene.stage().pause(20 + 60 * scene.chance().unit());
            report(dialog, 1, "active;expires=520");
            scene.stage().pause(20 + 60 * scene.chance().unit());
            dialog.request(Side.CALLER, "SUBSCRIBE", null, EVENT, "Expires: 0")
                    .send()
                    .reply(Reply.of(200).with("Expires: 0"));
            report(dialog, 1, "terminated;reason=timeout");
        }
    },
    /// An instant message, RFC 3428.
    MESSAGE {
        @Override
        public void play(Scene scene) {
            Party from = scene.party();
            Party to = scene.party();
            Body text =
                    new Body(
                            "text/plain;charset=UTF-8",
                            scene.chance().of(0.5)
                                    ? "你好,会议改到三点。"
                                    : "Running late, start without me.");
            scene.entry()
                    .kind("message")
                    .between(from.user(), to.dialled())
                    .flow("message")
                    .outcome("ok");
            scene.dialog(from, to, scene.site().edge())
                    .outside("MESSAGE", false, text)
                    .send()
                    .reply(Reply.of(scene.chance().of(0.8) ? 200 : 202));
        }
    };

    private static final String EVENT = "Event: message-summary";
    private static final String SUMMARY = "application/simple-message-summary";

    private static Party server(Scene scene, String uri) {
        Node edge = scene.site().edge();
        return new Party(edge, "edge", "", uri, uri);
    }

    private static void report(Dialog dialog, int waiting, String state) {
        String text =
                "Messages-Waiting: "
                        + (waiting > 0 ? "yes" : "no")
                        + "\r\nVoice-Message: "
                        + waiting
                        + "/3 (0/0)\r\n";
        dialog.request(
                        Side.CALLEE,
                        "NOTIFY",
                        new Body(SUMMARY, text),
                        EVENT,
                        "Subscription-State: " + state)
                .send()
                .reply(Reply.of(200));
    }
}
