package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.sip.Places;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.Seen;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What happens to each message in capture order: it joins its group; groups that fell silent are
/// folded, a batch at a time; a message for a call already handed on brings that call back.
final class Intake<V> {
    private final Limits limits;
    private final Groups groups;
    private final Folding<V> folding;
    private final Finished finished = new Finished();
    private final MessageLoader loader;
    private final Calls<V> calls;
    private LongMap<Group> closed = new LongMap<>();
    private int closedMessages;
    private long resumed;

    Intake(Limits limits, Folding<V> folding, MessageLoader loader, Calls<V> calls) {
        this.limits = limits;
        this.groups = new Groups(limits);
        this.folding = folding;
        this.loader = loader;
        this.calls = calls;
    }

    void add(Seen seen) {
        if (!groups.isOpen(seen.sighting().callIdKey())) {
            wake(seen.sighting());
        }
        groups.add(seen);
    }

    /// A group that begins may be one that was closed before, and was or was not yet folded.
    private void wake(Sighting first) {
        Group waiting = closed.get(first.callIdKey());
        if (waiting != null) {
            closed.remove(waiting.key);
            closedMessages -= waiting.size();
            groups.reopen(waiting);
            return;
        }
        waiting = folding.reopen(first.callIdKey());
        if (waiting != null) {
            groups.reopen(waiting);
            return;
        }
        Emitted emitted = finished.of(first.callIdKey(), Ties.keepAlive(first));
        if (emitted == null) {
            return;
        }
        resumed++;
        finished.forget(emitted);
        for (Seen seen : loader.load(Places.unpack(emitted.places()))) {
            groups.add(seen).before = emitted;
        }
    }

    /// Closes what fell silent, and folds when there is enough of it.
    void settle() {
        take(groups.close());
        if (closedMessages >= limits.batch()) {
            fold();
        }
    }

    private void fold() {
        List<Group> batch = new ArrayList<>(closed.size());
        closed.forEach(batch::add);
        closed = new LongMap<>();
        closedMessages = 0;
        emit(folding.fold(batch, groups::tied));
    }

    /// The capture is over.
    void finish() {
        take(groups.closeAll());
        fold();
    }

    private void take(List<Group> silent) {
        for (Group group : silent) {
            closed.put(group.key, group);
            closedMessages += group.size();
        }
    }

    private void emit(List<Folding.Batch<V>> batches) {
        for (Folding.Batch<V> batch : batches) {
            Set<String> gone = new LinkedHashSet<>();
            for (Group group : batch.groups()) {
                if (group.before != null) {
                    gone.addAll(group.before.ids());
                }
            }
            for (Folding.Ready<V> call : batch.calls()) {
                calls.put(call.id(), call.start(), call.view(), gone.remove(call.id()));
            }
            gone.forEach(calls::retract);
            finished.remember(batch.emitted());
        }
    }

    long evicted() {
        return groups.evicted();
    }

    long overCap() {
        return groups.overCap();
    }

    /// Calls that were folded again because a message came after they had been handed on.
    long resumed() {
        return resumed;
    }
}
