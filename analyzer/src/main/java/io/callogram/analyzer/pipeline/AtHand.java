package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.transaction.Seen;
import java.util.HashSet;
import java.util.Set;

/// Messages that need not be read again when their group is folded. Where more are awaited than are
/// worth the memory, none are kept: by the time their groups are over, others had taken their room.
final class AtHand {

    private final Set<Group> groups = new HashSet<>();
    private final long most;
    private long awaited;
    private boolean crowded;

    /// @param most bytes of the messages as they were captured; keeping them takes about as many
    AtHand(long most) {
        this.most = most;
    }

    /// A message has joined a group. It is kept with those before it, or none of them is.
    void keep(Group group, Seen seen) {
        group.bytes += seen.sighting().where().length();
        awaited += seen.sighting().where().length();
        if (awaited > most) {
            crowded = true;
            groups.forEach(each -> each.seen.clear());
            groups.clear();
        } else if (!crowded && group.seen.size() + 1 == group.size()) {
            groups.add(group);
            group.seen.add(seen);
        } else {
            group.seen.clear();
        }
    }

    /// A group is being folded: what it has at hand is not taken away meanwhile.
    void lend(Group group) {
        groups.remove(group);
    }

    /// It was folded in vain, and will be again.
    void takeBack(Group group) {
        if (crowded) {
            group.seen.clear();
        } else if (group.isAtHand()) {
            groups.add(group);
        }
    }

    /// A group was folded for good.
    void release(Group group) {
        awaited -= group.bytes;
        group.bytes = 0;
        groups.remove(group);
        group.seen.clear();
        crowded &= awaited > most / 2;
    }
}
