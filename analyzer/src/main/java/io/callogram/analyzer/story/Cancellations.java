package io.callogram.analyzer.story;

import static io.callogram.analyzer.story.Plot.said;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Sighting;
import org.jspecify.annotations.Nullable;

/// Tells CANCELs, which go hop by hop (RFC 3261 §9).
final class Cancellations {

    /// Who rings that long is taken to have waited for an answer.
    private final long patience;

    private final Plot plot;
    private final Words words;

    Cancellations(Plot plot, Words words) {
        this.plot = plot;
        this.words = words;
        this.patience = plot.scene().thresholds().noAnswerRing();
    }

    Line of(CallMessage m) {
        Sighting s = said(m);
        return line(m, s).with("cause", words.cause(s)).proof(Words.header(s, Mark.REASON));
    }

    private Line line(CallMessage m, Sighting s) {
        if (Releases.saysElsewhere(s)) {
            return Line.of("T.CANCEL.ELSE");
        }
        Hop hop = plot.cancelled(m);
        if (hop == null) {
            return Line.of("T.CANCEL.FWD");
        }
        long rang = plot.rang(hop, m.seen().time());
        boolean first = hop.isOrigin() && plot.scene().head(m.leg()) == m.leg();
        return first ? made(m, hop, rang) : further(m, hop, rang);
    }

    private Line made(CallMessage m, Hop hop, long rang) {
        Request invite = plot.scene().request(plot.scene().message(hopMessage(hop)));
        if (invite != null && invite.isAccepted()) {
            return Line.of("T.CANCEL.LATE");
        }
        CallMessage pickup = plot.pickup(m.leg());
        if (pickup != null && pickup.number() < m.number()) {
            return Line.of("T.CANCEL.PICKED")
                    .with("who", words.node(pickup.fromNode()))
                    .with("other", pickup.number());
        }
        if (!plot.isAgent(m.fromNode())) {
            return rang < 0 ? Line.of("T.CANCEL.SERVER.QUIET") : ring("T.CANCEL.ONEHOP", rang);
        }
        if (rang < 0) {
            return Line.of("T.CANCEL.EARLY");
        }
        return ring(rang >= patience ? "T.CANCEL.NOANS" : "T.CANCEL", rang);
    }

    private static int hopMessage(Hop hop) {
        return hop.first().number();
    }

    private Line ring(String key, long rang) {
        return Line.of(key).with("sec", words.seconds(rang));
    }

    private Line further(CallMessage m, Hop hop, long rang) {
        Hop up = hop.upstream();
        if (up != null && up.cancel() != null && up.cancel().number() < m.number()) {
            return Line.of("T.CANCEL.FWD");
        }
        if (up == null && plot.inspiration(m) != null) {
            return Line.of("T.CANCEL.FWD");
        }
        CallMessage other = otherFinal(m, hop);
        if (other != null) {
            int status = said(other).status();
            return Line.of(status < 300 ? "T.CANCEL.ELSE.SEEN" : "T.CANCEL.ENDED")
                    .with("other", other.number())
                    .with("code", words.code(status));
        }
        return rang < 0 ? Line.of("T.CANCEL.SERVER.QUIET") : ring("T.CANCEL.SERVER", rang);
    }

    /// A 2xx or 6xx on another branch of the same INVITE: it ends all the others (§16.7).
    private @Nullable CallMessage otherFinal(CallMessage m, Hop hop) {
        Request invite = plot.scene().request(plot.scene().message(hopMessage(hop)));
        if (invite == null) {
            return null;
        }
        for (Hop other : invite.hops()) {
            CallMessage answer = other.answer();
            if (other != hop && answer != null && answer.number() < m.number()) {
                int status = other.status();
                if (status < 300 || status >= 600) {
                    return answer;
                }
            }
        }
        return null;
    }
}
