package io.callogram.analyzer.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Closed groups that are one call with a group that is still open. They are looked at again when
/// that one closes, not before.
final class Waiting {

    /// Groups that wait together, and for whom.
    private static final class Party {
        final List<Group> groups;
        final List<Long> awaited = new ArrayList<>(1);

        Party(List<Group> groups) {
            this.groups = new ArrayList<>(groups);
        }
    }

    private final LongMap<Group> waiting = new LongMap<>();
    private final LongMap<Party> parties = new LongMap<>();
    private final LongMap<Set<Party>> byAwaited = new LongMap<>();

    /// @param open those that they wait for
    void add(List<Group> closed, List<Group> open) {
        if (closed.isEmpty()) {
            return;
        }
        Party party = new Party(closed);
        for (Group group : closed) {
            waiting.put(group.key, group);
            parties.put(group.key, party);
        }
        for (Group group : open) {
            await(party, group.key);
        }
    }

    boolean holds(long key) {
        return waiting.get(key) != null;
    }

    private void await(Party party, long key) {
        party.awaited.add(key);
        Set<Party> waiters = byAwaited.get(key);
        if (waiters == null) {
            waiters = new LinkedHashSet<>();
            byAwaited.put(key, waiters);
        }
        waiters.add(party);
    }

    /// Takes a group back, because a message came for it after all; the others wait for it.
    @Nullable Group reopen(long key) {
        Group group = waiting.get(key);
        Party party = parties.get(key);
        if (group == null || party == null) {
            return null;
        }
        waiting.remove(key);
        parties.remove(key);
        party.groups.remove(group);
        await(party, key);
        return group;
    }

    /// Those that wait for a group.
    List<Group> waitingFor(long key) {
        Set<Party> waiters = byAwaited.get(key);
        if (waiters == null) {
            return List.of();
        }
        List<Group> groups = new ArrayList<>();
        waiters.forEach(party -> groups.addAll(party.groups));
        return groups;
    }

    /// Those that have just closed, and all that waited for one of them.
    List<Group> over(List<Group> closed) {
        List<Group> over = new ArrayList<>(closed);
        for (Group group : closed) {
            Set<Party> waiters = byAwaited.get(group.key);
            if (waiters != null) {
                for (Party party : List.copyOf(waiters)) {
                    over.addAll(party.groups);
                    leave(party);
                }
            }
        }
        return over;
    }

    private void leave(Party party) {
        for (Group group : party.groups) {
            waiting.remove(group.key);
            parties.remove(group.key);
        }
        for (long key : party.awaited) {
            Set<Party> waiters = byAwaited.get(key);
            if (waiters != null) {
                waiters.remove(party);
                if (waiters.isEmpty()) {
                    byAwaited.remove(key);
                }
            }
        }
    }
}
