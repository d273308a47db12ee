package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.transaction.Seen;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The streaming state: Call-ID → its messages, one look-up a message. A group closes after a
/// silence that depends on its phase, or as the longest silent one when too much is held.
final class Groups {
    /// A group takes as much memory as the places of so many messages.
    private static final int GROUP = 16;

    private final Limits limits;
    private final LongMap<Group> open = new LongMap<>();
    private final GroupList[] bySilence = new GroupList[Phase.values().length];
    private final AtHand atHand;
    private final TieIndex ties = new TieIndex();
    private int held;
    private long now = Long.MIN_VALUE;
    private long evicted;
    private long overCap;

    Groups(Limits limits) {
        this.limits = limits;
        this.atHand = new AtHand(limits.atHand());
        for (int i = 0; i < bySilence.length; i++) {
            bySilence[i] = new GroupList();
        }
    }

    boolean isOpen(long key) {
        return open.get(key) != null;
    }

    /// Adds a message to its group and returns the group.
    Group add(Seen seen) {
        Group group = group(seen.sighting().callIdKey());
        list(group).remove(group);
        keep(group, seen);
        int known = group.ties.count();
        group.ties.add(seen);
        ties.add(group, known);
        group.phase = group.phase.after(seen.sighting());
        group.last = Math.max(group.last, seen.time());
        list(group).append(group);
        now = Math.max(now, seen.time());
        return group;
    }

    private Group group(long key) {
        Group group = open.get(key);
        if (group == null) {
            group = new Group(key);
            open.put(key, group);
            list(group).append(group);
        }
        return group;
    }

    /// Puts back a group that was closed.
    void reopen(Group group) {
        open.put(group.key, group);
        list(group).append(group);
        held += group.size();
        group.open = true;
        ties.add(group, 0);
    }

    private void keep(Group group, Seen seen) {
        if (group.size() >= limits.messagesPerGroup()) {
            overCap++;
            return;
        }
        group.add(seen);
        atHand.keep(group, seen);
        held++;
    }

    /// A closed group is being folded.
    void lend(Group group) {
        atHand.lend(group);
    }

    /// It was folded, but waits for another.
    void takeBack(Group group) {
        atHand.takeBack(group);
    }

    /// A group was folded for good.
    void release(Group group) {
        atHand.release(group);
    }

    /// Takes out the groups whose silence is over, and the longest silent ones above the cap.
    List<Group> close() {
        List<Group> closed = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            GroupList list = bySilence[phase.ordinal()];
            long silentSince = now - phase.silence(limits);
            for (Group group = list.oldest();
                    group != null && group.last < silentSince;
                    group = list.oldest()) {
                closed.add(take(group));
            }
        }
        while (held + (long) open.size() * GROUP > limits.liveMessages()) {
            Group longestSilent = longestSilent();
            if (longestSilent == null) {
                break;
            }
            evicted++;
            closed.add(take(longestSilent));
        }
        return closed;
    }

    /// Takes out the longest silent groups, so many that they hold at least so many messages.
    List<Group> close(long messages) {
        List<Group> closed = new ArrayList<>();
        long count = 0;
        for (Group group = longestSilent();
                group != null && count < messages;
                group = longestSilent()) {
            count += group.size();
            closed.add(take(group));
        }
        return closed;
    }

    boolean isEmpty() {
        return open.size() == 0;
    }

    /// The open groups that may be found to be one call with one of these.
    List<Group> tied(List<Group> groups) {
        return ties.tied(groups);
    }

    /// Whatever may be found to be one call with one of these and was not handed on yet.
    List<Group> shownTied(List<Group> groups) {
        return ties.shownTied(groups);
    }

    /// Time of the newest message.
    long now() {
        return now;
    }

    /// Groups closed early because too many messages were held.
    long evicted() {
        return evicted;
    }

    /// Messages of one Call-ID beyond the cap: counted, not kept.
    long overCap() {
        return overCap;
    }

    private @Nullable Group longestSilent() {
        Group found = null;
        for (GroupList list : bySilence) {
            Group oldest = list.oldest();
            if (oldest != null && (found == null || oldest.last < found.last)) {
                found = oldest;
            }
        }
        return found;
    }

    private Group take(Group group) {
        list(group).remove(group);
        open.remove(group.key);
        held -= group.size();
        group.open = false;
        ties.close(open);
        return group;
    }

    private GroupList list(Group group) {
        return bySilence[group.phase.ordinal()];
    }
}
