package io.callogram.analyzer.story;

import static io.callogram.analyzer.story.Plot.said;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Digits;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;

/// Tells ACKs: those to a 2xx go end to end, the others hop by hop (RFC 3261 §13.2.2.4, §17.1.1.3).
final class Acknowledgements {

    private final Plot plot;
    private final Words words;
    private final Offers offers;

    Acknowledgements(Plot plot, Words words) {
        this.plot = plot;
        this.words = words;
        this.offers = new Offers(plot, words);
    }

    Line of(CallMessage m) {
        if (m.forwardOf() != 0) {
            return Line.of("T.ACK.FWD");
        }
        Hop hop = plot.scene().hop(m);
        CallMessage own = hop == null ? null : hop.failureAck();
        if (hop != null && own != null && own.number() == m.number()) {
            CallMessage answer = hop.answer();
            return answer == null
                    ? Line.of("T.ACK.UNSEEN")
                    : Line.of("T.ACKnon2xx").with("code", words.code(said(answer).status()));
        }
        Request invite = plot.scene().request(m);
        CallMessage answer = invite == null ? null : invite.answer();
        if (invite == null || answer == null) {
            String key = isBesideAnswer(m) ? "T.ACK.UNMATCHED" : "T.ACK.UNSEEN";
            return Line.of(key).with("cseq", Long.toString(said(m).cseq()));
        }
        if (m.seen().session() != null) {
            return Line.of("T.ACK2xx.ANSWER").with("answer", offers.answered(m));
        }
        CallMessage sent = invite.sent();
        boolean direct =
                sent != null
                        && sent.toNode() != m.toNode()
                        && sent.fromNode() == m.fromNode()
                        && !plot.isAgent(sent.toNode());
        return Line.of(direct ? "T.ACK2xx.DIRECT" : "T.ACK2xx");
    }

    /// An INVITE of its leg was answered and has no ACK: it is meant, but does not fit.
    private boolean isBesideAnswer(CallMessage ack) {
        for (Request r : plot.scene().requests()) {
            CallMessage answer = r.answer();
            if (r.method() == Method.INVITE
                    && r.leg() == ack.leg()
                    && r.isAccepted()
                    && r.acks().isEmpty()
                    && answer != null
                    && answer.number() < ack.number()
                    && !r.isWithinDialog()
                    && said(answer).cseq() != said(ack).cseq()) {
                return true;
            }
        }
        return false;
    }

    /// Reliable responses were seen, but the PRACK names none of them (RFC 3262 §7.2).
    static boolean isAstray(Plot plot, CallMessage prack) {
        String named = said(prack).first(Mark.RACK);
        boolean due = false;
        for (CallMessage m : plot.call().messages()) {
            Sighting s = said(m);
            String rseq = m.number() < prack.number() ? s.first(Mark.RSEQ) : null;
            if (rseq != null && s.toTag() == said(prack).toTag()) {
                if (named == null || Digits.leading(rseq) == Digits.leading(named)) {
                    return false;
                }
                due = true;
            }
        }
        return due;
    }
}
