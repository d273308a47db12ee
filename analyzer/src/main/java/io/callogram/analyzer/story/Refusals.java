package io.callogram.analyzer.story;

import static io.callogram.analyzer.story.Plot.said;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Sighting;
import org.jspecify.annotations.Nullable;

/// Tells final responses that take no call (RFC 3261 §21.3–21.6).
final class Refusals {

    private final Plot plot;
    private final Words words;

    Refusals(Plot plot, Words words) {
        this.plot = plot;
        this.words = words;
    }

    Line of(CallMessage m) {
        Sighting s = said(m);
        if (plot.isB2bua(m.fromNode()) && plot.inspiration(m) != null) {
            return Line.of("T.RESP.B2B");
        }
        Hop hop = plot.scene().hop(m);
        long rang = hop == null ? -1 : plot.rang(hop, m.seen().time());
        String seconds = words.seconds(Math.max(0, rang));
        Line line = line(m, s, rang >= 0, seconds).with("sec", seconds);
        return line.proof().isEmpty() ? line.proof(proof(s)) : line;
    }

    private static String proof(Sighting s) {
        String reason = Words.header(s, Mark.REASON);
        return reason.isEmpty() ? Words.header(s, Mark.WARNING) : reason;
    }

    private Line line(CallMessage m, Sighting s, boolean rang, String seconds) {
        boolean atPhone = plot.isAgent(m.fromNode());
        return switch (s.status()) {
            case 300, 301, 302, 305, 380 -> elsewhere(s);
            case 401, 407 -> Services.challenge(plot, words, m, s);
            case 408 -> timeout(m);
            case 422 -> Line.of("T.422");
            case 480 -> Line.of("T.480").with("kind", why(m, rang, seconds));
            case 481, 483, 500, 502, 503, 504, 513, 580 -> Line.of("T.FAILED");
            case 482 -> Line.of(isMerged(m) ? "T.482.MERGED" : "T.FAILED");
            case 486 -> Line.of(busy(m, rang && atPhone));
            case 487 -> Line.of(rang && atPhone ? "T.487" : "T.487.QUIET");
            case 600 -> Line.of("T.600");
            case 603, 607 -> Line.of(rang && atPhone ? "T.603.LATE" : "T.REJ");
            default -> Line.of("T.REJ");
        };
    }

    /// RFC 3261 §21.3: the other addresses are in Contact.
    private Line elsewhere(Sighting s) {
        if (s.contact() != null) {
            return Line.of("T.302").with("contact", words.contact(s.contact()));
        }
        boolean nowhere = s.where().isWhole() && s.contacts() == 0;
        return Line.of(nowhere ? "T.302.NONE" : "T.302.UNREAD");
    }

    private String why(CallMessage m, boolean rang, String seconds) {
        CallMessage silent = rang ? null : silent(m);
        if (silent != null) {
            return words.phrase("X.480.SILENT", "failed", words.node(silent.toNode()));
        }
        return rang ? words.phrase("X.480.RANG", "sec", seconds) : words.phrase("X.480.QUIET");
    }

    private String busy(CallMessage m, boolean rang) {
        Request request = plot.scene().request(m);
        CallMessage sent = request == null ? null : request.sent();
        String replaces = sent == null ? null : said(sent).first(Mark.REPLACES);
        if (replaces != null && replaces.contains("early-only")) {
            return "T.486.EARLYONLY";
        }
        return rang ? "T.486.LATE" : "T.486";
    }

    /// A server that waited for somebody in vain says so for itself.
    private Line timeout(CallMessage m) {
        CallMessage silent = silent(m);
        return silent == null
                ? Line.of("T.408")
                : Line.of("T.408.SILENT").with("failed", words.node(silent.toNode()));
    }

    private @Nullable CallMessage silent(CallMessage m) {
        Request request = plot.scene().request(m);
        if (request == null || plot.isAgent(m.fromNode())) {
            return null;
        }
        for (Hop hop : request.hops()) {
            CallMessage sent = hop.request();
            if (sent != null
                    && sent.fromNode() == m.fromNode()
                    && (hop.answer() == null || hop.answer().number() > m.number())) {
                return sent;
            }
        }
        return null;
    }

    /// The same node got the same request over another branch before.
    private boolean isMerged(CallMessage m) {
        Request request = plot.scene().request(m);
        if (request == null) {
            return false;
        }
        int ways = 0;
        for (Hop hop : request.hops()) {
            CallMessage sent = hop.request();
            ways += sent != null && sent.toNode() == m.fromNode() ? 1 : 0;
        }
        return ways > 1 && plot.isAgent(m.fromNode());
    }
}
