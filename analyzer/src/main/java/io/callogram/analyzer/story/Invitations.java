package io.callogram.analyzer.story;

import static io.callogram.analyzer.story.Plot.said;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.call.HeaderText;
import io.callogram.analyzer.call.Link;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Sighting;
import org.jspecify.annotations.Nullable;

/// Tells INVITEs that begin something (RFC 3261 §13, §16.6).
final class Invitations {

    private final Plot plot;
    private final Words words;
    private final Offers offers;
    private final Diversions diversions;

    Invitations(Plot plot, Words words) {
        this.plot = plot;
        this.words = words;
        this.offers = new Offers(plot, words);
        this.diversions = new Diversions(plot, words);
    }

    Line of(CallMessage m) {
        Line line = m.forwardOf() == 0 ? made(m) : forwarded(m);
        String num = words.name(target(said(m)));
        boolean named = num.equals(words.node(m.toNode()));
        return line.with("num", num)
                .with("for", named ? "" : words.phrase("X.FOR", "num", num))
                .with("cseq", Long.toString(said(m).cseq()))
                .with("offer", offers.offered(m));
    }

    /// Whom a request is for: its Request-URI, unless that names only a place.
    private static Address target(Sighting s) {
        Address uri = s.requestUri();
        return uri == null || uri.user().isEmpty() ? s.to() : uri;
    }

    private Line made(CallMessage m) {
        Sighting s = said(m);
        if (s.first(Mark.REPLACES) != null) {
            return replacing(m, s);
        }
        if (s.first(Mark.JOIN) != null) {
            return Line.of("T.INV.JOIN").proof(Words.header(s, Mark.JOIN));
        }
        Request before = plot.earlierAttempt(m);
        if (before != null) {
            return again(s, before);
        }
        Link link = plot.link(m);
        return link == null || plot.scene().leg(m.leg()).first() != m.number()
                ? first(m, s)
                : linked(m, s, link);
    }

    private Line first(CallMessage m, Sighting s) {
        String caller = words.name(plot.call().caller());
        boolean same = caller.equals(words.node(m.fromNode())) || s.vias() > 1;
        String named = same ? "" : words.phrase("X.CALLER", "A", caller);
        Line line = Line.of("T.INV.A").with("caller", named);
        return s.sdp() || s.bodyLength() > 0 ? line : line.why("T.INV.NOSDP.why");
    }

    private Line linked(CallMessage m, Sighting s, Link link) {
        if (plot.flow(FlowKind.RINGBACK_TONE, m.number()) != null && plot.isB2bua(m.fromNode())) {
            return Line.of("T.MLEG.INV");
        }
        Line diverted = isBridged(link) ? diversions.of(m) : null;
        if (diverted != null) {
            return diverted;
        }
        if (plot.flow(FlowKind.THIRD_PARTY_CALL) != null && link.kind().equals("scored")) {
            return Line.of("T.INV.3PCC");
        }
        if (isBridged(link) && link.toLeg() > m.leg()) {
            // It is the later leg that carries this one on.
            return plot.flow(FlowKind.CALL_WAITING, m.number()) == null
                    ? Line.of("T.INV.OTHER")
                    : Line.of("T.INV.WAITING").with("busy", words.name(target(s)));
        }
        return switch (link.kind()) {
            case "re-submission" -> resubmitted(s, plot.scene().attempt(link.toLeg()));
            case "refer" -> referred(s);
            case "scored" -> Line.of("T.INV.B2B.SCORED").with("score", link.score());
            case "session-id", "charging-vector", "header", "hep-correlation" ->
                    Line.of("T.INV.B2B");
            case "call-id" -> Line.of("T.INV.B2B.SAME");
            case "call-waiting" -> Line.of("T.INV.WAITING").with("busy", words.name(target(s)));
            case "consult", "consultation", "three-way" -> second(m);
            default -> s.first(Mark.REFERRED_BY) != null ? referred(s) : Line.of("T.INV.OTHER");
        };
    }

    /// A server goes on with a call that came to it.
    private static boolean isBridged(Link link) {
        return switch (link.kind()) {
            case "scored",
                    "session-id",
                    "charging-vector",
                    "header",
                    "call-id",
                    "hep-correlation" ->
                    true;
            default -> false;
        };
    }

    private Line second(CallMessage m) {
        for (var d : plot.call().dialogs()) {
            boolean mine = d.callerNode() == m.fromNode() || d.calleeNode() == m.fromNode();
            boolean before = d.confirmed() != 0 && d.confirmed() < m.number();
            boolean over = d.ended() != 0 && d.ended() < m.number();
            if (mine && before && !over && d.leg() != m.leg() && isHeld(d.number(), m.number())) {
                int peer = d.callerNode() == m.fromNode() ? d.calleeNode() : d.callerNode();
                return Line.of("T.INV.SECOND").with("peer", plot.end(d, peer, words));
            }
        }
        return Line.of("T.INV.OTHER");
    }

    private boolean isHeld(int dialog, int until) {
        boolean held = false;
        for (var agreement : plot.scene().agreements()) {
            if (agreement.dialog() == dialog && agreement.answer() < until) {
                held = agreement.isHeld();
            }
        }
        return held;
    }

    private Line referred(Sighting s) {
        String by = s.first(Mark.REFERRED_BY);
        Line line = Line.of("T.INV.REFERRED");
        if (by == null) {
            return line.with("by", "");
        }
        String who = words.name(HeaderText.address(by));
        return line.with("by", words.phrase("X.BY", "A", who))
                .proof(Words.header(s, Mark.REFERRED_BY));
    }

    private Line replacing(CallMessage m, Sighting s) {
        Replaced replaced = Replaced.named(plot, s.first(Mark.REPLACES), m.number());
        boolean ringing = replaced.isEarly();
        boolean direct = plot.isAgent(m.toNode());
        String key =
                ringing && s.first(Mark.REFERRED_BY) == null
                        ? "T.INV.REPL.PICKUP"
                        : direct ? "T.INV.REPL.DIRECT" : "T.INV.REPL";
        return Line.of(key)
                .with("dialog", replaced.in(words))
                .why("T.INV.REPL.why")
                .proof(Words.header(s, Mark.REPLACES));
    }

    /// The same leg's INVITE once more, because of how the one before was answered.
    private Line again(Sighting s, Request before) {
        int status = before.status();
        return switch (status) {
            case 401, 407 -> Line.of("T.INV.AUTH");
            case 300, 301, 302, 305, 380 -> Line.of("T.INV.REDIR").proof(Diversions.proof(s));
            case 0, 408, 503 -> Line.of("T.INV.FAILOVER");
            default -> Line.of("T.INV.AGAIN").with("code", words.code(status));
        };
    }

    private Line resubmitted(Sighting s, @Nullable Request before) {
        int status = before == null ? 0 : before.status();
        if (status == 401 || status == 407) {
            return Line.of("T.INV.AUTH.NEWID");
        }
        return status / 100 == 3
                ? Line.of("T.INV.REDIR").proof(Diversions.proof(s))
                : Line.of("T.INV.FAILOVER");
    }

    private Line forwarded(CallMessage m) {
        CallMessage up = plot.scene().message(m.forwardOf());
        Line diverted = diversions.of(m);
        if (diverted != null) {
            return diverted;
        }
        Media own = Offers.replaced(up, m);
        String media = own == null ? "" : words.phrase("X.MEDIA.OWN", "addr", words.address(own));
        return branch(m, up).with("ruri", diversions.retargeted(m, up) + media);
    }

    private Line branch(CallMessage m, CallMessage up) {
        if (said(m).vias() <= said(up).vias()) {
            return Line.of("T.INV.RELAY");
        }
        CallMessage before = branchBefore(m);
        if (before == null) {
            return Line.of(isBack(m, up) ? "T.INV.SPIRAL" : "T.INV.FWD");
        }
        Hop hop = plot.scene().hop(before);
        CallMessage answer = hop == null ? null : hop.answer();
        String failed = words.node(before.toNode());
        if (hop != null && answer != null && answer.number() < m.number()) {
            return Line.of("T.INV.NEXT")
                    .with("failed", failed)
                    .with("code", words.code(said(answer).status()));
        }
        boolean given = hop != null && isGivenUp(hop, m);
        return given ? Line.of("T.INV.NEXT.SILENT").with("failed", failed) : Line.of("T.INV.FORK");
    }

    /// Some servers try the next target just before they cancel the one before.
    private boolean isGivenUp(Hop hop, CallMessage m) {
        CallMessage cancel = hop.cancel();
        long ahead = plot.scene().thresholds().forwardBefore();
        return cancel != null && cancel.seen().time() - m.seen().time() <= ahead;
    }

    /// The branch that the same server sent last before this one.
    private @Nullable CallMessage branchBefore(CallMessage m) {
        CallMessage before = null;
        for (int i = m.forwardOf() + 1; i < m.number(); i++) {
            CallMessage other = plot.scene().message(i);
            before = other.forwardOf() == m.forwardOf() && said(other).isRequest() ? other : before;
        }
        return before;
    }

    private boolean isBack(CallMessage m, CallMessage up) {
        for (CallMessage at = up; at.forwardOf() != 0; ) {
            at = plot.scene().message(at.forwardOf());
            if (at.toNode() == m.fromNode() || at.fromNode() == m.fromNode()) {
                return true;
            }
        }
        return false;
    }
}
