package io.callogram.analyzer.pipeline;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// Entries that were handed on, and the groups that they were made of. When one of the groups is
/// handed on anew, the entries go that do not come again.
final class Shown {
    final Set<String> ids;
    final Set<Group> groups = new LinkedHashSet<>();

    Shown(Collection<String> ids) {
        this.ids = new LinkedHashSet<>(ids);
    }

    void holds(Group group) {
        groups.add(group);
        group.before = this;
    }
}
