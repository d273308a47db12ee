package io.callogram.analyzer.pipeline;

import org.jspecify.annotations.Nullable;

/// Groups in order of their last message, linked through themselves: touching one is O(1).
final class GroupList {
    private @Nullable Group oldest;
    private @Nullable Group newest;

    @Nullable Group oldest() {
        return oldest;
    }

    void append(Group group) {
        group.older = newest;
        group.newer = null;
        if (newest == null) {
            oldest = group;
        } else {
            newest.newer = group;
        }
        newest = group;
    }

    void remove(Group group) {
        Group before = group.older;
        Group after = group.newer;
        if (before == null) {
            oldest = after;
        } else {
            before.newer = after;
        }
        if (after == null) {
            newest = before;
        } else {
            after.older = before;
        }
        group.older = null;
        group.newer = null;
    }
}
