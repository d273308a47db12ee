package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.sip.Where;

/// Takes out capture duplicates: the same bytes between the same endpoints within a short window,
/// as mirror ports, several interfaces, and a look both into and behind a tunnel make them. What
/// comes later is a retransmission and stays.
final class DuplicateFilter {
    private static final int SLOTS = 1 << 16;
    private static final int PROBES = 8;

    private final long window;

    /// Key and time of each, side by side: looking costs the memory that it touches.
    private final long[] slots = new long[2 * SLOTS];

    DuplicateFilter(long window) {
        this.window = window;
    }

    /// Remembers the message, unless it repeats one seen within the window.
    boolean isDuplicate(Where where) {
        long key = where.hash() * 31 + where.from().hashCode();
        key = key * 31 + where.to().hashCode();
        int first = (int) (key * 0x9E37_79B9_7F4A_7C15L >>> 48);
        int oldest = 2 * first;
        for (int i = 0; i < PROBES; i++) {
            int slot = 2 * (first + i & SLOTS - 1);
            if (slots[slot] == key && Math.abs(where.time() - slots[slot + 1]) <= window) {
                return true;
            }
            if (slots[slot + 1] < slots[oldest + 1]) {
                oldest = slot;
            }
        }
        slots[oldest] = key;
        slots[oldest + 1] = where.time();
        return false;
    }
}
