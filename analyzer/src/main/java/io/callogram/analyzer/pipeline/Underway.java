package io.callogram.analyzer.pipeline;

import java.util.List;
import java.util.concurrent.Future;

/// A fold that goes on while more messages come. Whoever asks for what it may change lets it land
/// first, so that nothing depends on how long it takes.
final class Underway<V> {
    final List<Group> groups;
    private final Future<Folding.Folds<V>> folds;

    /// Of whatever may be handed on.
    private final LongMap<Group> keys = new LongMap<>();

    Underway(List<Group> groups, Future<Folding.Folds<V>> folds) {
        this.groups = groups;
        this.folds = folds;
        for (Group group : groups) {
            hold(group.key, group);
            hold(group.keepAlive, group);
            hold(group.probe, group);
        }
    }

    private void hold(long key, Group group) {
        if (key != 0) {
            keys.put(key, group);
        }
    }

    /// @param key 0 for none
    boolean concerns(long key) {
        return key != 0 && keys.get(key) != null;
    }

    boolean isDone() {
        return folds.isDone();
    }

    /// Waits until it is done.
    Folding.Folds<V> folds() {
        return Workers.get(folds);
    }
}
