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
    private static final int REMEMBERED = 50_000;

    private final LongMap<Emitted> byGroup = new LongMap<>();
    private final Deque<Long> order = new ArrayDeque<>();

    void remember(List<Group> groups, List<String> ids) {
        List<Where> places = new ArrayList<>();
        for (Group group : groups) {
            for (Seen seen : group.messages) {
                places.add(seen.sighting().where());
            }
        }
        Emitted emitted = new Emitted(ids, Places.pack(places));
        for (Group group : groups) {
            byGroup.put(group.key, emitted);
            order.addLast(group.key);
        }
        while (order.size() > REMEMBERED) {
            byGroup.remove(order.removeFirst());
        }
    }

    /// What was handed on of a group, forgotten by this for all groups of it.
    @Nullable Emitted take(long key) {
        return byGroup.get(key);
    }

    void forget(long key) {
        byGroup.remove(key);
    }
}
