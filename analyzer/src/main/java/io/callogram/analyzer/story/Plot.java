package io.callogram.analyzer.story;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.Leg;
import io.callogram.analyzer.call.Link;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Proof;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import org.jspecify.annotations.Nullable;

/// How the messages of a call stand to each other, as far as telling them needs it.
final class Plot {

    private final Findings findings;
    private final Call call;
    private final Scene scene;

    Plot(Findings findings) {
        this.findings = findings;
        this.call = findings.call();
        this.scene = Scene.of(call, findings.rules().flows());
    }

    Call call() {
        return call;
    }

    Scene scene() {
        return scene;
    }

    Findings findings() {
        return findings;
    }

    /// The call has not ended.
    Line open() {
        return Line.of(findings.goesOn() ? "M.GOES.ON" : "M.OPEN");
    }

    static Sighting said(CallMessage m) {
        return m.seen().sighting();
    }

    /// The same message on the first hop that was captured.
    CallMessage root(CallMessage m) {
        CallMessage at = m;
        while (at.forwardOf() != 0) {
            at = scene.message(at.forwardOf());
        }
        return at;
    }

    /// Number of the same message on its last hop.
    int lastHop(CallMessage m) {
        int root = root(m).number();
        int last = m.number();
        for (int i = last; i < call.messages().size(); i++) {
            CallMessage later = call.messages().get(i);
            last = root(later).number() == root ? later.number() : last;
        }
        return last;
    }

    boolean isAgent(int node) {
        return call.nodes().get(node).role().equals("ua");
    }

    boolean isB2bua(int node) {
        return call.nodes().get(node).role().equals("b2bua");
    }

    @Nullable CallDialog dialog(CallMessage m) {
        return m.dialog() == 0 ? null : scene.dialog(m.dialog());
    }

    /// Node at the other end of the dialog that a message is in; where it goes, outside any.
    int peer(CallMessage m) {
        CallDialog dialog = dialog(m);
        if (dialog == null) {
            return scene.message(lastHop(m)).toNode();
        }
        return scene.isByCaller(m) ? dialog.calleeNode() : dialog.callerNode();
    }

    /// Whether a request is repeated because of the response to an earlier one of its leg.
    @Nullable Request earlierAttempt(CallMessage m) {
        Request before = null;
        Request own = scene.request(m);
        for (Request request : scene.requests()) {
            if (request.first().number() >= m.number()) {
                break;
            }
            if (request != own
                    && request.leg() == m.leg()
                    && request.method() == said(m).method()
                    && !request.isWithinDialog()) {
                before = request;
            }
        }
        return before;
    }

    /// The message on another leg of the same call that this one goes on with beyond a B2BUA.
    @Nullable CallMessage inspiration(CallMessage m) {
        int head = scene.head(m.leg());
        for (int i = m.number() - 1; i > 0; i--) {
            CallMessage earlier = scene.message(i);
            if (earlier.leg() != m.leg()
                    && earlier.toNode() == m.fromNode()
                    && said(earlier).method() == said(m).method()
                    && said(earlier).status() == said(m).status()
                    && scene.head(earlier.leg()) == head) {
                return earlier;
            }
        }
        return null;
    }

    @Nullable Flow flow(FlowKind kind) {
        for (Flow flow : findings.flows()) {
            if (flow.kind() == kind) {
                return flow;
            }
        }
        return null;
    }

    /// The flow of that kind that a message proves.
    @Nullable Flow flow(FlowKind kind, int message) {
        for (Flow flow : findings.flows()) {
            if (flow.kind() == kind) {
                for (Proof proof : flow.proofs()) {
                    if (proof.message() == message) {
                        return flow;
                    }
                }
            }
        }
        return null;
    }

    @Nullable Link link(CallMessage m) {
        return scene.leg(m.leg()).link();
    }

    String linkKind(CallMessage m) {
        Link link = link(m);
        return link == null ? "" : link.kind();
    }

    /// What one end of a dialog is called: whoever is behind a server goes by the number that was
    /// dialled when only the hop to the server was captured.
    String end(CallDialog dialog, int node, Words words) {
        if (isAgent(node)) {
            return words.node(node);
        }
        Leg leg = scene.leg(dialog.leg());
        return words.name(node == dialog.callerNode() ? leg.from() : leg.to());
    }

    /// Whom a message in a dialog is meant for.
    String peerName(CallMessage m, Words words) {
        CallDialog dialog = dialog(m);
        int peer = peer(m);
        return dialog == null || isB2bua(peer) ? words.node(peer) : end(dialog, peer, words);
    }

    boolean isTransfer() {
        return flow(FlowKind.ATTENDED_TRANSFER) != null || flow(FlowKind.BLIND_TRANSFER) != null;
    }

    /// What the exchange that a request began settled; null when nothing was.
    @Nullable Agreement agreement(Request request) {
        for (Agreement agreement : scene.agreements()) {
            if (agreement.request() == request) {
                return agreement;
            }
        }
        return null;
    }

    /// What was agreed last in that dialog before a message.
    @Nullable Agreement before(CallMessage m) {
        Agreement last = null;
        for (Agreement agreement : scene.agreements()) {
            if (agreement.dialog() == m.dialog() && agreement.answer() < m.number()) {
                last = agreement;
            }
        }
        return last;
    }

    /// Time since the called phone began to ring on this hop, -1 when it was not seen to.
    long rang(Hop hop, long until) {
        for (CallMessage provisional : hop.provisionals()) {
            if (said(provisional).status() == 180 && provisional.seen().time() <= until) {
                return until - provisional.seen().time();
            }
        }
        return -1;
    }

    /// The accepted INVITE by which someone took a ringing call of that leg over; null when nobody
    /// did (RFC 3891 §3).
    @Nullable CallMessage pickup(int leg) {
        for (Request request : scene.requests()) {
            CallMessage sent = request.sent();
            if (request.method() == Method.INVITE && sent != null && request.isAccepted()) {
                String replaces = said(sent).first(Mark.REPLACES);
                Replaced replaced = Replaced.named(this, replaces, sent.number());
                CallDialog ringing = replaced.dialog();
                if (replaced.isEarly() && ringing != null && ringing.leg() == leg) {
                    return sent;
                }
            }
        }
        return null;
    }

    /// The INVITE's hop that a CANCEL names.
    @Nullable Hop cancelled(CallMessage cancel) {
        for (Request request : scene.requests()) {
            if (request.method() == Method.INVITE && request.leg() == cancel.leg()) {
                for (Hop hop : request.hops()) {
                    CallMessage its = hop.cancel();
                    if (its != null && its.number() == cancel.number()) {
                        return hop;
                    }
                }
            }
        }
        return null;
    }
}
