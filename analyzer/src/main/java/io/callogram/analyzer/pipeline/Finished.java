package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.sip.Places;
import io.callogram.analyzer.sip.Where;
import io.callogram.analyzer.transaction.Seen;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The calls handed on lately, by Call-ID: when a message wakes one up, its older messages are read
/// again. Bounded; a message for a forgotten one begins a new entry, and is counted by the caller.
final class Finished {
    private static final int REMEMBERED = 200_000;

    private final LongMap<Emitted> byGroup = new LongMap<>();
    private final Deque<Emitted> order = new ArrayDeque<>();

    void remember(List<Group> groups, List<String> ids) {
        List<Where> places = new ArrayList<>();
        for (Group group : groups) {
            for (Seen seen : group.messages) {
                places.add(seen.sighting().where());
            }
        }
        long[] keys = groups.stream().mapToLong(group -> group.key).toArray();
        Emitted emitted = new Emitted(ids, keys, Places.pack(places));
        for (long key : keys) {
            byGroup.put(key, emitted);
        }
        order.addLast(emitted);
        while (byGroup.size() > REMEMBERED) {
            forget(order.removeFirst());
        }
    }

    /// What was handed on of a group, or null.
    @Nullable Emitted of(long key) {
        return byGroup.get(key);
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
