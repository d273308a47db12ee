package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Hop;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Digits;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import org.jspecify.annotations.Nullable;

/// Reliable provisional responses (RFC 3262).
final class Reliability {

    private Reliability() {}

    static void inspect(Inspection in) {
        if (!in.traits.has(Mark.RSEQ) && !in.scene.has(Method.PRACK)) {
            return;
        }
        for (Request r : in.scene.requests()) {
            CallMessage answer = r.answer();
            if (r.method() == Method.PRACK && answer != null && r.status() >= 300) {
                in.noteOnce(
                        HintKind.PRACK_REFUSED,
                        in.at(r.sent(), answer),
                        in.sender(answer),
                        r.status());
            } else if (r.method() == Method.INVITE) {
                for (Hop hop : r.hops()) {
                    if (hop.isOrigin()) {
                        provisionals(in, hop);
                    }
                }
            }
        }
    }

    private static void provisionals(Inspection in, Hop hop) {
        for (int i = 0; i < hop.provisionals().size(); i++) {
            CallMessage m = hop.provisionals().get(i);
            long rseq = rseq(m);
            if (rseq < 0) {
                continue;
            }
            if (!isAcknowledged(in, m, rseq) && isDue(in, m, hop.answer())) {
                in.noteOnce(
                        HintKind.PRACK_MISSING,
                        in.at(m),
                        in.receiver(m),
                        m.seen().sighting().status(),
                        rseq);
            }
            CallMessage before = before(hop, i);
            if (before != null && rseq != rseq(before) + 1 && rseq != rseq(before)) {
                in.noteOnce(HintKind.RSEQ_JUMP, in.at(before, m), in.sender(m), rseq, rseq(before));
            }
        }
    }

    private static long rseq(CallMessage m) {
        String value = m.seen().sighting().first(Mark.RSEQ);
        return value == null ? -1 : Digits.leading(value);
    }

    /// The reliable response before it from the same side.
    private static @Nullable CallMessage before(Hop hop, int index) {
        long tag = hop.provisionals().get(index).seen().sighting().toTag();
        for (int i = index - 1; i >= 0; i--) {
            CallMessage m = hop.provisionals().get(i);
            if (rseq(m) >= 0 && m.seen().sighting().toTag() == tag) {
                return m;
            }
        }
        return null;
    }

    private static boolean isAcknowledged(Inspection in, CallMessage reliable, long rseq) {
        long tag = reliable.seen().sighting().toTag();
        for (Request r : in.scene.requests()) {
            if (r.method() != Method.PRACK || r.leg() != reliable.leg()) {
                continue;
            }
            Sighting s = r.sighting();
            String rack = s.first(Mark.RACK);
            boolean refused = r.status() >= 300 && r.first().number() > reliable.number();
            if (s.toTag() == tag && rack != null && (refused || Digits.leading(rack) == rseq)) {
                return true; // it came, or what came instead is a hint of its own
            }
        }
        return false;
    }

    /// A 2xx that comes at once makes the PRACK come too late, not go missing.
    private static boolean isDue(Inspection in, CallMessage m, @Nullable CallMessage answer) {
        long wait = in.limits.prackWait();
        boolean overtaken = answer != null && answer.seen().time() - m.seen().time() < wait;
        return !m.repeats().isEmpty() || (!overtaken && in.isWatched(m, wait));
    }
}
