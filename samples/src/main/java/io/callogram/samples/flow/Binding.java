package io.callogram.samples.flow;

import io.callogram.samples.script.Dialog;
import io.callogram.samples.script.Digest;
import io.callogram.samples.script.Party;
import io.callogram.samples.script.Passage;
import io.callogram.samples.script.Reply;
import io.callogram.samples.script.Scene;
import org.jspecify.annotations.Nullable;

/// A phone's registration with its site (RFC 3261 §10): one Call-ID and one rising CSeq for all its
/// requests.
final class Binding {
    private final Scene scene;
    private final Party party;
    private final Dialog dialog;
    private final String registrar;
    private final boolean expiresAsHeader;
    private @Nullable Digest digest;

    Binding(Scene scene) {
        this.scene = scene;
        this.party = scene.party();
        String uri = party.uri();
        String domain = uri.substring(uri.indexOf('@') + 1);
        this.registrar = "sip:" + domain;
        Party home = new Party(scene.site().edge(), party.user(), "", uri, uri);
        this.dialog = scene.dialog(party, home);
        this.expiresAsHeader = scene.chance().of(0.5);
        scene.entry().kind("registration").between(party.user(), party.user());
    }

    String contact() {
        return party.contact();
    }

    /// Sends a REGISTER and is challenged where it has no credentials yet, as far as the registrar
    /// wants any.
    void ask(int expires, boolean challenged) {
        if (challenged) {
            digest = challengedRequest(expires);
        }
        Passage request = request(expires, digest);
        scene.stage().pause(0.006);
        String granted =
                expires == 0
                        ? "Date: Thu, 01 Jan 2026 00:00:00 GMT"
                        : "Contact: " + contact() + ";expires=" + expires;
        request.reply(Reply.of(200).with(granted));
    }

    /// What phones send between two refreshes to keep NAT open: CRLF twice (RFC 5626 §3.5.1) or
    /// four zero bytes.
    void keepAlive() {
        if (!party.node().tcp()) {
            byte[] payload =
                    scene.chance().of(0.5) ? new byte[] {'\r', '\n', '\r', '\n'} : new byte[4];
            scene.stage()
                    .raw(
                            scene.stage().now(),
                            party.node().wire(),
                            scene.site().edge().wire(),
                            payload);
        }
    }

    private Digest challengedRequest(int expires) {
        Passage request = request(expires, null);
        Digest fresh = Digest.fresh(scene.stage(), registrar.substring(4), false);
        request.reply(Reply.of(401).with(fresh.challenge(false)));
        scene.stage().pause(0.008);
        return fresh;
    }

    /// Credentials that the registrar does not take.
    void fail(Reply refusal) {
        Digest fresh = challengedRequest(3600);
        Passage request = request(3600, fresh);
        scene.stage().pause(0.3);
        request.reply(refusal);
    }

    private Passage request(int expires, @Nullable Digest with) {
        String contact = "Contact: " + contact() + (expiresAsHeader ? "" : ";expires=" + expires);
        String lifetime =
                expiresAsHeader ? "Expires: " + expires : "Allow-Events: presence, dialog";
        return with == null
                ? dialog.register(registrar, contact, lifetime)
                : dialog.register(
                        registrar,
                        contact,
                        lifetime,
                        with.credentials(scene.stage(), party, registrar));
    }
}
