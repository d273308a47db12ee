package io.callogram.analyzer.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The open groups by what they could share with others. Groups that have closed are swept out now
/// and then.
final class TieIndex {
    /// A tie that more groups share is a trunk or a service, and ties nothing.
    private static final int TRUNK = 32;

    /// So many groups of one key are looked at.
    private static final int LOOK = 512;

    private static final int SWEEP = 20_000;

    private LongMap<List<Group>> rows = new LongMap<>();
    private int closed;

    /// @param from the first key that is new
    void add(Group group, int from) {
        for (int i = from; i < group.ties.count(); i++) {
            long key = group.ties.key(i);
            List<Group> row = rows.get(key);
            if (row == null) {
                row = new ArrayList<>(2);
                rows.put(key, row);
            }
            if (row.size() < LOOK) {
                row.add(group);
            }
        }
    }

    void close(LongMap<Group> open) {
        if (++closed > SWEEP + open.size()) {
            closed = 0;
            rows = new LongMap<>();
            open.forEach(group -> add(group, 0));
        }
    }

    /// The open groups that may be found to be one call with one of these.
    List<Group> tied(List<Group> groups) {
        return tied(groups, true);
    }

    /// Also those that are closed and were not handed on yet, and all keep-alives of two hosts:
    /// what is shown looks as it will look in the end.
    List<Group> shownTied(List<Group> groups) {
        return tied(groups, false);
    }

    private List<Group> tied(List<Group> groups, boolean open) {
        Set<Group> tied = new LinkedHashSet<>();
        List<Group> found = new ArrayList<>();
        for (Group group : groups) {
            for (int i = 0; i < group.ties.count(); i++) {
                long key = group.ties.key(i);
                found.clear();
                look(group, key, open, found);
                if (found.size() <= TRUNK || !open && Ties.isKeepAlive(key)) {
                    tied.addAll(found);
                }
            }
        }
        return List.copyOf(tied);
    }

    private void look(Group group, long key, boolean open, List<Group> found) {
        List<Group> row = rows.get(key);
        if (row == null || row.size() >= LOOK) {
            return;
        }
        for (Group other : row) {
            boolean here = open ? other.open : !other.handedOn;
            if (here && other != group && Ties.mayTie(group.ties, other.ties)) {
                found.add(other);
            }
        }
    }
}
