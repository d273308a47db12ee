package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.transaction.Seen;
import java.time.Duration;
import java.util.List;

/// What silence after the last message proves: a timer of a transaction fires in it, when the
/// capture is known to have gone on so long.
final class Silence {

    /// 64·T1: no timer that gives a transaction up runs longer (RFC 3261 §17, Timers B, F, H).
    private static final long LONGEST = Duration.ofSeconds(32).toNanos();

    private Silence() {}

    /// The time that is known to have passed for a group. More than the longest timer tells
    /// nothing, so that it does not matter how much later anybody looks.
    ///
    /// @param captured time of the newest packet
    static long until(List<Seen> group, long captured) {
        long last = Long.MIN_VALUE;
        for (int i = 0; i < group.size(); i++) {
            last = Math.max(last, group.get(i).time());
        }
        return Math.max(last, Math.min(captured, last + LONGEST));
    }
}
