package io.callogram.web.api.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/// Counts wrong tokens: after ten within a minute further ones are not even looked at for a while.
public final class BadTokens {

    private static final int MOST = 10;
    private static final long MINUTE = 60_000_000_000L;

    private final LongSupplier clock;
    private final Deque<Long> recent = new ArrayDeque<>();

    /// @param clock monotonic nanoseconds
    public BadTokens(LongSupplier clock) {
        this.clock = clock;
    }

    /// Notes a wrong token; true when there were too many.
    public synchronized boolean tooMany() {
        long now = clock.getAsLong();
        while (!recent.isEmpty() && now - recent.peekFirst() > MINUTE) {
            recent.removeFirst();
        }
        if (recent.size() >= MOST) {
            return true;
        }
        recent.addLast(now);
        return false;
    }
}
