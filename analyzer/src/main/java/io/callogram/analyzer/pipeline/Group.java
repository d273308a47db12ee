package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.transaction.Seen;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The messages of one Call-ID that were not folded for good yet. Linked into the list of its
/// phase.
final class Group {
    final long key;
    final List<Seen> messages = new ArrayList<>(12);
    final Ties ties = new Ties();
    Phase phase = Phase.PENDING;
    long last;

    /// Ids of calls already handed on that hold older messages of this group.
    @Nullable Emitted before;

    @Nullable Group older;
    @Nullable Group newer;

    Group(long key) {
        this.key = key;
    }

    /// Key of the pair of hosts between which it is a keep-alive, whatever its Call-ID; else 0.
    long keepAlive() {
        return messages.isEmpty() ? 0 : Ties.keepAlive(messages.getFirst().sighting());
    }

    /// Key of the source whose scan it may be part of, whatever its Call-ID; else 0.
    long probe() {
        return messages.isEmpty() ? 0 : Ties.probe(messages.getFirst().sighting());
    }
}
