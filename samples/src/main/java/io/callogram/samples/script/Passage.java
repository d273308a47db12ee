package io.callogram.samples.script;

import io.callogram.samples.sip.Body;
import io.callogram.samples.sip.Identity;
import io.callogram.samples.sip.Message;
import io.callogram.samples.sip.Routing;
import io.callogram.samples.sip.StartLine;
import io.callogram.samples.sip.Via;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request on its way along a path of elements, and the responses on their way back (RFC 3261
/// §16, §17).
///
/// Hop `i` leads from element `i` to element `i + 1`.
public final class Passage {
    private final Dialog dialog;
    private final Request request;
    private final Node[] nodes;
    private final @Nullable Via[] vias;
    private boolean lastTried;

    /// What stays the same on all hops. `routes` are the proxies to pass, an initial request finds
    /// its way without.
    record Request(
            String method,
            int sequence,
            Identity identity,
            List<String> uris,
            @Nullable String contact,
            List<String> extra,
            @Nullable Body body,
            boolean formsDialog,
            boolean routed,
            Side by) {}

    Passage(Dialog dialog, Request request, Node[] nodes) {
        this.dialog = dialog;
        this.request = request;
        this.nodes = nodes;
        this.vias = new Via[nodes.length - 1];
    }

    public Dialog dialog() {
        return dialog;
    }

    public int sequence() {
        return request.sequence;
    }

    public int hops() {
        return vias.length;
    }

    public boolean isInvite() {
        return request.method.equals("INVITE");
    }

    /// All the way.
    public Passage send() {
        return send(0, hops());
    }

    /// Over the hops `from` up to `to`, not included. A proxy that passes an INVITE on says 100
    /// beside, §16.2.
    public Passage send(int from, int to) {
        for (int hop = from; hop < to; hop++) {
            deliver(hop);
            if (isInvite() && hop + 1 < hops()) {
                tryingAt(hop + 1);
            }
        }
        return this;
    }

    /// Over one hop, to an element that has its answer ready.
    public Passage deliver(int hop) {
        vias[hop] = via(hop);
        stage().carry(nodes[hop], nodes[hop + 1], message(hop));
        return this;
    }

    private void tryingAt(int element) {
        stage().note(
                        stage().now() + 150_000,
                        nodes[element],
                        nodes[element - 1],
                        trying(element - 1));
    }

    /// The last element's own 100, once; §8.2.6.1 lets a UAS send it, and many do.
    public void tryingFromLast() {
        if (!lastTried) {
            lastTried = true;
            tryingAt(hops());
        }
    }

    /// Sends the request on one hop, for the first time or as the timers A and E send it again, and
    /// moves no clock.
    public void repeat(int hop) {
        if (vias[hop] == null) {
            vias[hop] = via(hop);
        }
        stage().note(stage().now(), nodes[hop], nodes[hop + 1], message(hop));
    }

    private Via via(int hop) {
        Node from = nodes[hop];
        Via below = hop == 0 ? null : stamped(hop - 1);
        String transport = Stage.overTcp(from, nodes[hop + 1]) ? "TCP" : "UDP";
        String parameters = !from.server() && transport.equals("UDP") ? ";rport" : "";
        return new Via(transport, from.sentBy(), dialog.branch(from), parameters, below);
    }

    private Via stamped(int hop) {
        Via via = vias[hop];
        if (via == null) {
            throw new IllegalStateException("nothing was sent over hop " + hop);
        }
        return via.received(nodes[hop].wire().host(), nodes[hop].wire().port());
    }

    private Via sent(int hop) {
        Via via = vias[hop];
        if (via == null) {
            throw new IllegalStateException("nothing was sent over hop " + hop);
        }
        return via;
    }

    private Message message(int hop) {
        StartLine start = new StartLine.Request(request.method, request.uris.get(hop));
        Routing routing =
                new Routing(70 - hop, routes(hop), request.formsDialog ? recorded(hop) : List.of());
        return new Message(
                start,
                sent(hop),
                routing,
                request.identity,
                request.sequence,
                request.method,
                request.contact,
                request.extra,
                request.body,
                nodes[0].style());
    }

    /// What of the route set is left on a hop: each proxy takes its own entry away, §16.4.
    private List<String> routes(int hop) {
        if (!request.routed || hops() - hop < 2) {
            return List.of();
        }
        List<String> left = new ArrayList<>(hops() - hop - 1);
        for (int i = hop + 1; i < hops(); i++) {
            left.add(nodes[i].loose());
        }
        return left;
    }

    private List<String> recorded(int hop) {
        List<String> passed = new ArrayList<>(hop);
        for (int i = hop; i > 0; i--) {
            if (nodes[i].recordRoutes()) {
                passed.add(nodes[i].loose());
            }
        }
        return passed;
    }

    private Message trying(int hop) {
        return response(hop, Reply.of(100), request.identity, null, nodes[hop + 1]);
    }

    /// A response from the last element to the first.
    public void reply(Reply reply) {
        reply(reply, hops(), 0);
    }

    /// From element `from`, which answers itself, back to element `downTo`.
    public void reply(Reply reply, int from, int downTo) {
        back(reply, from, downTo, from == hops());
    }

    /// The last element's response, but only over the part of the way from element `from` back to
    /// `downTo`.
    public void passBack(Reply reply, int from, int downTo) {
        back(reply, from, downTo, true);
    }

    /// A failed INVITE is acknowledged hop by hop, §17.1.1.3.
    private void back(Reply reply, int from, int downTo, boolean own) {
        Node author = own ? nodes[hops()] : nodes[from];
        String tag = own ? dialog.tag(request.by.other()) : dialog.proxyTag(nodes[from]);
        Identity identity =
                request.identity.toTag() == null
                        ? request.identity.withToTag(tag)
                        : request.identity;
        for (int hop = from - 1; hop >= downTo; hop--) {
            Message message = response(hop, reply, identity, own ? contact(reply) : null, author);
            stage().carry(nodes[hop + 1], nodes[hop], message);
            if (isInvite() && reply.code() >= 300) {
                acknowledge(hop, identity);
            }
        }
    }

    private @Nullable String contact(Reply reply) {
        boolean targets = request.formsDialog && reply.code() > 100 && reply.code() < 300;
        boolean refreshes =
                request.contact != null
                        && !request.method.equals("NOTIFY")
                        && reply.code() / 100 == 2;
        return targets || refreshes ? dialog.contact(request.by.other()) : null;
    }

    private Message response(
            int hop, Reply reply, Identity identity, @Nullable String contact, Node author) {
        boolean copiesRoutes = request.formsDialog && contact != null;
        Routing routing =
                copiesRoutes ? new Routing(0, List.of(), recorded(hops() - 1)) : Routing.NONE;
        return new Message(
                new StartLine.Status(reply.code(), reply.reason()),
                stamped(hop),
                routing,
                identity,
                request.sequence,
                request.method,
                contact,
                reply.extra(),
                reply.body(),
                author.style());
    }

    private void acknowledge(int hop, Identity identity) {
        Message ack =
                new Message(
                        new StartLine.Request("ACK", request.uris.get(hop)),
                        sent(hop).alone(),
                        new Routing(70, routes(hop), List.of()),
                        identity,
                        request.sequence,
                        "ACK",
                        null,
                        List.of(),
                        null,
                        nodes[hop].style());
        stage().note(stage().now() + 80_000, nodes[hop], nodes[hop + 1], ack);
    }

    /// CANCEL goes hop by hop and is answered by each element itself, §9.1, §9.2, §16.10.
    public void cancel(int from, int to, String... extra) {
        for (int hop = from; hop < to; hop++) {
            Via alone = sent(hop).alone();
            Identity identity = request.identity;
            Message cancel =
                    new Message(
                            new StartLine.Request("CANCEL", request.uris.get(hop)),
                            alone,
                            new Routing(70, routes(hop), List.of()),
                            identity,
                            request.sequence,
                            "CANCEL",
                            null,
                            Arrays.asList(extra),
                            null,
                            nodes[hop].style());
            stage().carry(nodes[hop], nodes[hop + 1], cancel);
            Node answering = nodes[hop + 1];
            String tag =
                    hop + 1 == hops() ? dialog.tag(request.by.other()) : dialog.proxyTag(answering);
            Message ok =
                    new Message(
                            new StartLine.Status(200, "OK"),
                            alone.received(nodes[hop].wire().host(), nodes[hop].wire().port()),
                            Routing.NONE,
                            identity.toTag() == null ? identity.withToTag(tag) : identity,
                            request.sequence,
                            "CANCEL",
                            null,
                            List.of(),
                            null,
                            answering.style());
            stage().note(stage().now() + 120_000, answering, nodes[hop], ok);
        }
        stage().pause(0.002);
    }

    /// Another branch of the same request from element `at` onward: §16.6 gives it a Via branch of
    /// its own.
    public Passage fork(int at, Dialog branch, String... more) {
        List<String> extra = new ArrayList<>(request.extra);
        extra.addAll(Arrays.asList(more));
        Passage other =
                new Passage(
                        branch,
                        branch.invitation(request.sequence, extra, request.body),
                        branch.path());
        System.arraycopy(vias, 0, other.vias, 0, at);
        return other;
    }

    private Stage stage() {
        return dialog.stage();
    }
}
