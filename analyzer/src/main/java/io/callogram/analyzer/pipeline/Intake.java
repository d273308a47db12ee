package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.sip.Places;
import io.callogram.analyzer.sip.Where;
import io.callogram.analyzer.transaction.Seen;
import java.util.ArrayList;
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
    private List<Group> closed = new ArrayList<>();
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
        Group group = groups.add(seen);
        if (group.messages.size() == 1 && group.before == null) {
            wake(group);
        }
    }

    /// A group that begins may be one that was closed before.
    private void wake(Group group) {
        Group waiting = folding.reopen(group.key);
        if (waiting != null) {
            groups.prepend(group, waiting.messages);
            group.before = waiting.before;
            return;
        }
        Emitted emitted = finished.of(group);
        if (emitted == null) {
            return;
        }
        takeBack(emitted)
                .forEach((key, messages) -> {
                    Group again = groups.reopen(key);
                    again.before = emitted;
                    groups.prepend(again, messages);
                });
    }

    /// The messages of what was handed on, by Call-ID.
    private Map<Long, List<Seen>> takeBack(Emitted emitted) {
        resumed++;
        finished.forget(emitted);
        Map<Long, List<Seen>> older = new LinkedHashMap<>();
        List<Where> places = Places.unpack(emitted.places());
        for (Seen seen : loader.load(places)) {
            older.computeIfAbsent(seen.sighting().callIdKey(), _ -> new ArrayList<>()).add(seen);
        }
        return older;
    }

    /// What is to be folded now: a scan goes on in the entry that was handed on of it, but only
    /// once it has grown by half, or a long one would be read again and again. What is new waits so
    /// long.
    private List<Group> due(boolean last) {
        IdentityHashMap<Emitted, List<Group>> scans = new IdentityHashMap<>(0);
        for (Group group : closed) {
            Emitted scan = finished.scan(group);
            if (scan != null) {
                scans.computeIfAbsent(scan, _ -> new ArrayList<>()).add(group);
            }
        }
        Set<Group> withheld = new LinkedHashSet<>();
        List<Group> due = closed;
        for (Map.Entry<Emitted, List<Group>> scan : scans.entrySet()) {
            int more = scan.getValue().stream().mapToInt(group -> group.messages.size()).sum();
            if (last || more * 2 >= scan.getKey().messages()) {
                due = new ArrayList<>(due);
                resume(scan.getKey(), due);
            } else {
                withheld.addAll(scan.getValue());
            }
        }
        closed = new ArrayList<>(withheld);
        closedMessages = 0;
        return withheld.isEmpty()
                ? due
                : due.stream().filter(group -> !withheld.contains(group)).toList();
    }

    private void resume(Emitted scan, List<Group> due) {
        takeBack(scan)
                .forEach((key, messages) -> {
                    Group again = new Group(key);
                    again.before = scan;
                    again.messages.addAll(messages);
                    messages.forEach(again.ties::add);
                    due.add(again);
                });
    }

    /// Closes what fell silent, and folds when there is enough of it.
    void settle() {
        take(groups.close());
        if (closedMessages >= Math.max(limits.batch(), groups.held() / 8)) {
            emit(folding.fold(due(false), groups.openGroups()));
        }
    }

    /// The capture is over.
    void finish() {
        take(groups.closeAll());
        emit(folding.fold(due(true), List.of()));
    }

    private void take(List<Group> silent) {
        for (Group group : silent) {
            closed.add(group);
            closedMessages += group.messages.size();
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
            List<String> ids = new ArrayList<>(batch.calls().size());
            for (Folding.Ready<V> call : batch.calls()) {
                ids.add(call.id());
                calls.put(call.id(), call.start(), call.view(), gone.remove(call.id()));
            }
            gone.forEach(calls::retract);
            finished.remember(batch.groups(), ids, batch.scans());
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
