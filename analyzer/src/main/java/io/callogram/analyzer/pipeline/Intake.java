package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Places;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.Seen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        Sighting s = seen.sighting();
        if (!groups.isOpen(s.callIdKey())) {
            wake(s.callIdKey(), Ties.keepAlive(s));
        }
        groups.add(seen);
        if (s.isRequest() && (s.method() == Method.INVITE || s.method() == Method.REFER)) {
            wakeNamed(s);
        }
    }

    /// What takes the place of another call, or joins it, brings that one back.
    private void wakeNamed(Sighting s) {
        for (int i = 0; i < s.marks().size(); i++) {
            long key = Ties.named(s.marks().get(i));
            if (key != 0 && !groups.isOpen(key)) {
                wake(key, 0);
            }
        }
    }

    /// A group that begins may be one that was closed before, and was or was not yet folded.
    private void wake(long key, long pair) {
        Group waiting = closed.get(key);
        if (waiting != null) {
            closed.remove(key);
            closedMessages -= waiting.size();
            groups.reopen(waiting);
            return;
        }
        waiting = folding.reopen(key);
        if (waiting != null) {
            groups.reopen(waiting);
            return;
        }
        Emitted emitted = finished.of(key, pair);
        if (emitted == null) {
            return;
        }
        for (Seen seen : takeBack(emitted)) {
            groups.add(seen).before = emitted;
        }
    }

    private List<Seen> takeBack(Emitted emitted) {
        resumed++;
        finished.forget(emitted);
        return loader.load(Places.unpack(emitted.places()));
    }

    /// What is to be folded now: a scan goes on in the entry that was handed on of it, but only
    /// once it has grown by half, or a long one would be read again and again. What is new waits so
    /// long.
    private List<Group> due(boolean last) {
        IdentityHashMap<Emitted, List<Group>> scans = new IdentityHashMap<>(0);
        List<Group> silent = new ArrayList<>(closed.size());
        closed.forEach(silent::add);
        for (Group group : silent) {
            Emitted scan = finished.scan(group);
            if (scan != null) {
                scans.computeIfAbsent(scan, _ -> new ArrayList<>()).add(group);
            }
        }
        Set<Group> withheld = new LinkedHashSet<>();
        List<Group> due = new ArrayList<>(silent);
        scans.forEach((scan, more) -> {
            int grown = more.stream().mapToInt(Group::size).sum();
            if (last || grown * 2 >= scan.messages()) {
                due.addAll(resume(scan));
            } else {
                withheld.addAll(more);
            }
        });
        due.removeAll(withheld);
        for (Group group : silent) {
            Emitted tries = withheld.contains(group) ? null : finished.refused(group);
            if (tries != null && tries.last() < Long.MAX_VALUE) {
                due.addAll(resume(tries));
            }
        }
        closed = new LongMap<>();
        closedMessages = 0;
        withheld.forEach(group -> closed.put(group.key, group));
        return due;
    }

    private Collection<Group> resume(Emitted scan) {
        Map<Long, Group> again = new LinkedHashMap<>();
        for (Seen seen : takeBack(scan)) {
            Group group = again.computeIfAbsent(seen.sighting().callIdKey(), Group::new);
            group.add(seen);
            group.ties.add(seen);
            group.open = false;
            group.before = scan;
        }
        return again.values();
    }

    /// Closes what fell silent, and folds when there is enough of it.
    void settle() {
        take(groups.close());
        if (closedMessages >= limits.batch()) {
            emit(folding.fold(due(false), groups::tied));
        }
    }

    /// The capture is over.
    void finish() {
        take(groups.closeAll());
        emit(folding.fold(due(true), groups::tied));
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
