package io.callogram.analyzer.story;

import static io.callogram.analyzer.story.Plot.said;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import org.jspecify.annotations.Nullable;

/// Tells the responses to INVITEs that begin something (RFC 3261 §13.3.1, §21).
final class Replies {

    private final Plot plot;
    private final Words words;
    private final Offers offers;
    private final Refusals refusals;

    Replies(Plot plot, Words words) {
        this.plot = plot;
        this.words = words;
        this.offers = new Offers(plot, words);
        this.refusals = new Refusals(plot, words);
    }

    Line of(CallMessage m) {
        Sighting s = said(m);
        Line line =
                m.forwardOf() != 0
                        ? forwarded(m, s)
                        : s.isProvisional()
                                ? progress(m, s)
                                : s.isSuccess() ? accepted(m) : refused(m);
        return line.with("answer", offers.answered(m));
    }

    /// A transaction has one final response, the first (RFC 3261 §17.2.1).
    private Line refused(CallMessage m) {
        Hop hop = plot.scene().hop(m);
        CallMessage first = hop == null ? null : hop.answer();
        return first == null || first.number() >= m.number()
                ? refusals.of(m)
                : Line.of("T.FINAL.SECOND")
                        .with("first", words.code(said(first).status()))
                        .with("other", first.number());
    }

    private Line forwarded(CallMessage m, Sighting s) {
        Media own = Offers.replaced(plot.scene().message(m.forwardOf()), m);
        if (own != null) {
            return Line.of("T.RESP.MEDIA")
                    .with("media", words.phrase("X.MEDIA.OWN", "addr", words.address(own)));
        }
        if (s.status() / 100 == 3 && s.contact() != null) {
            return Line.of("T.302.FWD").with("contact", words.contact(s.contact()));
        }
        if (s.status() == 180 && s.bodyLength() == 0) {
            return Line.of(s.vias() <= 1 ? "T.180.FWD" : "T.180.MID");
        }
        return Line.of(s.isSuccess() ? "T.200.FWD" : "T.RESP.FWD");
    }

    private Line progress(CallMessage m, Sighting s) {
        if (s.status() != 100
                && plot.isB2bua(m.fromNode())
                && plot.inspiration(m) != null
                && m.seen().session() == null) {
            return Line.of("T.RESP.B2B");
        }
        Line line = provisional(m, s);
        String rseq = s.first(Mark.RSEQ);
        return rseq == null ? line : line.with("rseq", Words.safe(rseq)).why("T.REL.why");
    }

    private Line provisional(CallMessage m, Sighting s) {
        if (s.status() != 100 && m.seen().session() != null) {
            return early(m);
        }
        return switch (s.status()) {
            case 100 -> Line.of("T.100");
            case 180 -> ringing(m, s);
            case 181 -> Line.of("T.181");
            case 182 -> queued(m);
            case 183 -> Line.of("T.183");
            case 199 -> Line.of("T.199");
            default -> Line.of("T.1XX");
        };
    }

    private Line early(CallMessage m) {
        Media media = m.seen().session() == null ? null : Words.main(m.seen().session());
        boolean tone = plot.flow(FlowKind.RINGBACK_TONE, m.number()) != null;
        boolean open = media != null && plot.flow(FlowKind.EARLY_MEDIA) != null;
        String key = tone ? "T.183SDP.TONE" : open ? "T.183SDP" : "T.183SDP.OFFER";
        return Line.of(key).with("addr", media == null ? "?" : words.address(media));
    }

    private Line ringing(CallMessage m, Sighting s) {
        String alert = s.first(Mark.ALERT_INFO);
        if (alert != null && alert.contains("call-waiting")) {
            return Line.of("T.180.CW").proof(Words.header(s, Mark.ALERT_INFO));
        }
        if (plot.linkKind(m).equals("call-waiting") && plot.isAgent(m.fromNode())) {
            return Line.of("T.180.WAIT");
        }
        Hop hop = plot.scene().hop(m);
        if (hop != null) {
            for (CallMessage earlier : hop.provisionals()) {
                if (earlier.number() < m.number() && said(earlier).status() == 180) {
                    boolean fork = said(earlier).toTag() != s.toTag();
                    return Line.of(fork ? "T.180.FORK" : "T.180.REPEAT");
                }
            }
        }
        return Line.of("T.180");
    }

    private Line queued(CallMessage m) {
        if (!plot.linkKind(m).equals("call-waiting") || !plot.isAgent(m.fromNode())) {
            return Line.of("T.182.QUEUE");
        }
        return Line.of("T.182").with("C", words.name(said(m).from()));
    }

    private Line accepted(CallMessage m) {
        Request request = plot.scene().request(m);
        if (plot.flow(FlowKind.RINGBACK_TONE, m.number()) != null && plot.isB2bua(m.toNode())) {
            return Line.of("T.MLEG.200");
        }
        if (plot.isB2bua(m.fromNode()) && plot.inspiration(m) != null) {
            return Line.of("T.200.B2B");
        }
        CallMessage sent = request == null ? null : request.sent();
        if (sent != null && said(sent).first(Mark.REPLACES) != null) {
            boolean agent = plot.isAgent(sent.fromNode());
            String peer = agent ? words.node(sent.fromNode()) : words.name(said(sent).from());
            return Line.of("T.200.REPL").with("peer", peer);
        }
        if (request != null && isSecond(request, m)) {
            return Line.of("T.200.FORK");
        }
        Hop hop = plot.scene().hop(m);
        boolean late = hop != null && hop.cancel() != null && hop.cancel().number() < m.number();
        return late ? Line.of("T.200.LATE") : answered(m, hop);
    }

    private Line answered(CallMessage m, @Nullable Hop hop) {
        long rang = hop == null ? -1 : plot.rang(hop, m.seen().time());
        String text = rang < 0 ? "" : words.phrase("X.RANG", "sec", words.seconds(rang));
        return Line.of("T.200.INV").with("rang", text);
    }

    /// Another phone had accepted the same INVITE.
    private static boolean isSecond(Request request, CallMessage m) {
        for (Hop hop : request.hops()) {
            CallMessage answer = hop.answer();
            if (answer != null
                    && answer.number() < m.number()
                    && said(answer).isSuccess()
                    && said(answer).method() == Method.INVITE
                    && said(answer).toTag() != said(m).toTag()) {
                return true;
            }
        }
        return false;
    }
}
