package io.callogram.analyzer.transaction;

import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether one message repeats another of the same hop transaction, and how: sent again, or one
/// packet captured twice.
final class Repetition {

    /// Mirror ports and VLANs show a packet twice within this time; no retransmission is that
    /// quick.
    private static final long COPY = 20_000_000L;

    private Repetition() {}

    static boolean isRepeated(Seen earlier, Seen later) {
        Sighting a = earlier.sighting();
        Sighting b = later.sighting();
        if (a.status() != b.status() || a.method() != b.method() || a.toTag() != b.toTag()) {
            return false;
        }
        if (a.where().hash() == b.where().hash() && a.where().length() == b.where().length()) {
            return true;
        }
        return a.method() == Method.ACK
                || (sameContent(earlier.session(), later.session())
                        && Objects.equals(a.first(Mark.RSEQ), b.first(Mark.RSEQ)));
    }

    private static boolean sameContent(
            @Nullable SessionDescription a, @Nullable SessionDescription b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.content() == b.content();
    }

    static boolean isCopy(Seen earlier, Seen later) {
        return earlier.sighting().where().hash() == later.sighting().where().hash()
                && earlier.sighting().where().from().equals(later.sighting().where().from())
                && earlier.sighting().where().to().equals(later.sighting().where().to())
                && Math.abs(later.time() - earlier.time()) <= COPY;
    }
}
