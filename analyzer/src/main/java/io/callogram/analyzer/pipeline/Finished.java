package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.sip.Places;
import io.callogram.analyzer.sip.Where;
import io.callogram.analyzer.transaction.Seen;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The calls handed on lately, by Call-ID: when a message wakes one up, its older messages are read
/// again. Bounded; a message for a forgotten one begins a new entry, and is counted by the caller.
final class Finished {
    private static final int REMEMBERED = 200_000;
    private static final int LARGE = 2_000;
    private static final int LARGE_SCAN = 50_000;

    private final LongMap<Emitted> byGroup = new LongMap<>();
    private final Deque<Emitted> order = new ArrayDeque<>();

    /// @param scans tries of a scan are among them: whatever its source tries next goes on with it
    void remember(List<Group> groups, List<String> ids, boolean scans) {
        List<Where> places = new ArrayList<>();
        for (Group group : groups) {
            for (Seen seen : group.messages) {
                places.add(seen.sighting().where());
            }
        }
        long[] keys =
                groups.stream()
                        .flatMapToLong(group ->
                                LongStream.of(
                                        group.key, group.keepAlive(), scans ? group.probe() : 0))
                        .filter(key -> key != 0)
                        .distinct()
                        .toArray();
        Emitted emitted = new Emitted(ids, keys, Places.pack(places), places.size());
        for (long key : keys) {
            byGroup.put(key, emitted);
        }
        order.addLast(emitted);
        while (byGroup.size() > REMEMBERED) {
            forget(order.removeFirst());
        }
    }

    /// What was handed on of a group, or of the entry that its keep-alive goes on with, or null. An
    /// entry that has grown large is left alone: it would be read again and again.
    @Nullable Emitted of(Group group) {
        Emitted emitted = byGroup.get(group.key);
        if (emitted != null) {
            return emitted;
        }
        return goesOn(group.keepAlive(), LARGE);
    }

    /// The scan handed on of the source that this group may be one more try of, or null.
    @Nullable Emitted scan(Group group) {
        return goesOn(group.probe(), LARGE_SCAN);
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
