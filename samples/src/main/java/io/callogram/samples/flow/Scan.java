package io.callogram.samples.flow;

import io.callogram.samples.script.Dialog;
import io.callogram.samples.script.Node;
import io.callogram.samples.script.Party;
import io.callogram.samples.script.Reply;
import io.callogram.samples.script.Scene;
import io.callogram.samples.sip.Styles;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A scanner tries one extension after the other; one entry, whatever the number of its requests.
public final class Scan implements Flow {
    private static final byte[] PROBE =
            "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void play(Scene scene) {
        Node host = scene.partyOnUdp().node();
        Node attacker =
                new Node(
                        "scanner", host.wire(), host.sentBy(), false, false, false, Styles.SCANNER);
        Node target = scene.site().edge();
        scene.stage().raw(scene.stage().now(), attacker.wire(), target.wire(), PROBE);
        int first = scene.chance().pick(List.of(100, 1000, 2000));
        int tries = scene.chance().between(30, 90);
        for (int i = 0; i < tries; i++) {
            String user = Integer.toString(first + i);
            String uri = "sip:" + user + "@" + target.sentBy();
            Party tried = new Party(attacker, user, "", uri, uri);
            Dialog dialog = scene.dialog(tried, new Party(target, user, "", uri, uri));
            dialog.register("sip:" + target.sentBy(), "Contact: " + tried.contact(), "Expires: 60")
                    .reply(Reply.of(i % 5 == 0 ? 403 : 404));
            scene.stage().pause(0.05 + 0.1 * scene.chance().unit());
        }
        scene.entry().kind("attack").between(Integer.toString(first), Integer.toString(first));
        scene.entry().flow("scan-attack").outcome("failed");
    }
}
