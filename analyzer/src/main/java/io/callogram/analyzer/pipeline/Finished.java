package io.callogram.analyzer.pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The calls handed on lately, by Call-ID: when a message wakes one up, its older messages are read
/// again. Bounded; a message for a forgotten one begins a new entry, and is counted by the caller.
final class Finished {
    private static final int REMEMBERED = 200_000;
    private static final int SPARE = 1_000;
    private static final int LARGE = 2_000;
    private static final int LARGE_SCAN = 50_000;

    /// Tries further apart are no scan.
    private static final long WINDOW = Duration.ofSeconds(60).toNanos();

    private final LongMap<Emitted> byGroup = new LongMap<>();
    private final Deque<Emitted> order = new ArrayDeque<>();

    void remember(Emitted emitted) {
        for (long key : emitted.groups()) {
            byGroup.put(key, emitted);
        }
        order.addLast(emitted);
    }

    /// Forgets the oldest, where there are too many.
    void trim() {
        while (byGroup.size() > REMEMBERED) {
            forget(order.removeFirst());
        }
        if (order.size() > 2 * byGroup.size() + SPARE) {
            order.removeIf(this::isForgotten);
        }
    }

    /// What wakes up again and again is remembered anew each time.
    @SuppressWarnings("ReferenceEquality") // a later emission of the same group is another
    private boolean isForgotten(Emitted emitted) {
        return Arrays.stream(emitted.groups()).noneMatch(key -> byGroup.get(key) == emitted);
    }

    /// How many are held.
    int size() {
        return order.size();
    }

    /// What was handed on of a group, or of the entry that its keep-alive goes on with, or null. An
    /// entry that has grown large is left alone: it would be read again and again.
    ///
    /// @param pair key of the hosts between which it is a keep-alive, or 0
    @Nullable Emitted of(long key, long pair) {
        Emitted emitted = byGroup.get(key);
        if (emitted != null) {
            return emitted;
        }
        return goesOn(pair, LARGE);
    }

    /// The scan handed on of the source that this group may be one more try of, or null.
    @Nullable Emitted scan(Group group) {
        Emitted scan = group.succeeded ? null : goesOn(group.probe, LARGE_SCAN);
        return scan == null || scan.last() < Long.MAX_VALUE ? null : scan;
    }

    /// What the source of a refused try tried in vain just before, or null: with it, there may be
    /// enough for a scan.
    @Nullable Emitted refused(Group group) {
        Emitted tries = group.refused ? goesOn(group.probe, LARGE) : null;
        return tries == null || tries.last() < group.last - WINDOW ? null : tries;
    }

    /// The entry of the keep-alives that this group goes on with, or null.
    @Nullable Emitted keepAlives(Group group) {
        return goesOn(group.keepAlive, LARGE);
    }

    private @Nullable Emitted goesOn(long key, int most) {
        Emitted emitted = key == 0 ? null : byGroup.get(key);
        return emitted == null || emitted.messages() >= most ? null : emitted;
    }

    @SuppressWarnings("ReferenceEquality") // a later emission of the same group stays
    void forget(Emitted emitted) {
        for (long key : emitted.groups()) {
            if (byGroup.get(key) == emitted) {
                byGroup.remove(key);
            }
        }
    }
}
