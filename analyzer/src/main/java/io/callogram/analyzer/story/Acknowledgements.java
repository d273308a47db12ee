package io.callogram.analyzer.story;

import static io.callogram.analyzer.story.Plot.said;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;

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
            return Line.of("T.ACK.UNSEEN");
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
}
