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

    private final LongMap<Emitted> byGroup = new LongMap<>();
    private final Deque<Emitted> order = new ArrayDeque<>();

    void remember(List<Group> groups, List<String> ids) {
        List<Where> places = new ArrayList<>();
        for (Group group : groups) {
            for (Seen seen : group.messages) {
                places.add(seen.sighting().where());
            }
        }
        long[] keys =
                groups.stream()
                        .flatMapToLong(group -> LongStream.of(group.key, group.keepAlive()))
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
        long pair = group.keepAlive();
        Emitted alive = pair == 0 ? null : byGroup.get(pair);
        return alive == null || alive.messages() >= LARGE ? null : alive;
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
