package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Places;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What happens to each message in capture order: it joins its group; groups that fell silent are
/// folded, a batch at a time; a message for a call already handed on brings that call back.
final class Intake<V> {
    private static final int FIRST_BATCH = 1_000;
    private static final int LAST_BATCHES = 10;

    /// No closed message waits longer until its batch is full.
    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

    private final Limits limits;
    private final Groups groups;
    private final Folding<V> folding;
    private final Finished finished = new Finished();
    private final MessageLoader loader;
    private final Calls<V> calls;
    private LongMap<Group> closed = new LongMap<>();
    private @Nullable Set<Group> changed;
    private int closedMessages;

    /// Those that are being folded.
    private List<Group> underway = List.of();

    /// How many closed messages are folded together. More are cheaper, but the first calls are
    /// wanted at once.
    private int batch;

    private long folded = Long.MIN_VALUE / 2;

    Intake(Limits limits, Folding<V> folding, MessageLoader loader, Calls<V> calls) {
        this.limits = limits;
        this.groups = new Groups(limits);
        this.folding = folding;
        this.loader = loader;
        this.calls = calls;
        this.batch = Math.min(FIRST_BATCH, limits.batch());
    }

    /// From now on, calls are shown as they stand.
    void follow() {
        changed = new LinkedHashSet<>();
    }

    void add(Seen seen) {
        Sighting s = seen.sighting();
        if (!groups.isOpen(s.callIdKey())) {
            wake(s.callIdKey(), Ties.keepAlive(s));
        }
        Group group = groups.add(seen);
        if (changed != null) {
            changed.add(group);
        }
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
        if (folding.concerns(key) || folding.concerns(pair)) {
            land();
        }
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
        Shown before = new Shown(emitted.ids());
        for (Seen seen : takeBack(emitted)) {
            before.holds(groups.add(seen));
        }
    }

    private List<Seen> takeBack(Emitted emitted) {
        finished.forget(emitted);
        return loader.load(Places.unpack(emitted.places()));
    }

    /// What is to be folded now: a scan goes on in the entry that was handed on of it, but only
    /// once it has grown by half, or a long one would be read again and again. What is new waits so
    /// long.
    private List<Group> due(boolean last) {
        List<Group> silent = new ArrayList<>(closed.size());
        closed.forEach(silent::add);
        List<Group> due = new ArrayList<>(silent);
        Set<Group> withheld = new LinkedHashSet<>();
        for (More more : scans(silent)) {
            int grown = more.groups.stream().mapToInt(Group::size).sum();
            if (last || grown * 2 >= more.scan.messages()) {
                due.addAll(resume(more.scan));
            } else {
                withheld.addAll(more.groups);
            }
        }
        due.removeAll(withheld);
        for (Group group : silent) {
            Emitted tries = withheld.contains(group) ? null : finished.refused(group);
            if (tries != null && tries.last() < Long.MAX_VALUE) {
                due.addAll(resume(tries));
            }
            Emitted alive = finished.keepAlives(group);
            if (alive != null) {
                due.addAll(resume(alive));
            }
        }
        closed = new LongMap<>();
        closedMessages = 0;
        withheld.forEach(group -> closed.put(group.key, group));
        return due;
    }

    /// What may go on with a scan.
    private record More(Emitted scan, List<Group> groups) {}

    private Collection<More> scans(List<Group> silent) {
        IdentityHashMap<Emitted, More> known = new IdentityHashMap<>(0);
        List<More> scans = new ArrayList<>(0);
        for (Group group : silent) {
            Emitted scan = finished.scan(group);
            if (scan != null) {
                More more = known.get(scan);
                if (more == null) {
                    more = new More(scan, new ArrayList<>());
                    known.put(scan, more);
                    scans.add(more);
                }
                more.groups.add(group);
            }
        }
        return scans;
    }

    private Collection<Group> resume(Emitted scan) {
        Map<Long, Group> again = new LinkedHashMap<>();
        Shown before = new Shown(scan.ids());
        for (Seen seen : takeBack(scan)) {
            Group group = again.computeIfAbsent(seen.sighting().callIdKey(), Group::new);
            group.add(seen);
            group.ties.add(seen);
            group.open = false;
            before.holds(group);
        }
        return again.values();
    }

    /// Closes what fell silent, and folds when there is enough of it or it has waited long. To be
    /// called at moments that depend on the capture alone.
    void settle() {
        if (folding.isDone()) {
            land();
        }
        take(groups.close());
        boolean full = closedMessages >= batch;
        if (full || closedMessages > 0 && groups.now() - folded >= PATIENCE) {
            batch = full ? Math.min(batch * 2, limits.batch()) : batch;
            folded = groups.now();
            fold(false);
        }
    }

    /// @param last nothing comes
    private void fold(boolean last) {
        land();
        finished.trim();
        underway = folding.begin(due(last), groups::tied);
        underway.forEach(groups::lend);
    }

    /// Hands on what was folded.
    private void land() {
        List<Folding.Batch<V>> batches = folding.land();
        for (Group group : underway) {
            if (folding.isWaiting(group)) {
                groups.takeBack(group);
            } else {
                groups.release(group);
            }
        }
        underway = List.of();
        emit(batches);
    }

    /// Hands on every call with a new message as it stands now. Nothing is closed by it: what is
    /// found in the end must not depend on when somebody looked.
    void show() {
        land();
        Set<Group> news = changed == null ? Set.of() : changed;
        changed = new LinkedHashSet<>();
        emit(folding.show(withAllTied(news)));
    }

    /// Whether there is anything that was not shown.
    boolean hasNews() {
        return changed != null && !changed.isEmpty();
    }

    /// Whatever may be one call with one of these, or was shown as one.
    private List<Group> withAllTied(Set<Group> news) {
        Set<Group> all = new LinkedHashSet<>(news);
        List<Group> fresh = new ArrayList<>(news);
        while (!fresh.isEmpty()) {
            List<Group> found = new ArrayList<>(groups.shownTied(fresh));
            for (Group group : fresh) {
                found.addAll(folding.waitingFor(group.key));
                if (group.before != null) {
                    found.addAll(group.before.groups);
                }
            }
            fresh = new ArrayList<>();
            for (Group group : found) {
                if (all.add(group)) {
                    fresh.add(group);
                }
            }
        }
        return List.copyOf(all);
    }

    /// The capture is over. What is still open may be all of it: it is folded in parts, too.
    void finish() {
        long together = (long) limits.batch() * LAST_BATCHES;
        do {
            take(groups.close(together));
            fold(groups.isEmpty());
        } while (!groups.isEmpty());
        land();
    }

    private void take(List<Group> silent) {
        for (Group group : silent) {
            closed.put(group.key, group);
            closedMessages += group.size();
        }
    }

    private void emit(List<Folding.Batch<V>> batches) {
        Set<String> gone = new LinkedHashSet<>();
        for (Folding.Batch<V> batch : batches) {
            boolean over = batch.emitted() != null;
            for (Group group : batch.groups()) {
                gone.addAll(takenBack(group));
                group.handedOn = over;
            }
        }
        for (Folding.Batch<V> batch : batches) {
            for (Folding.Ready<V> call : batch.calls()) {
                calls.put(call.id(), call.start(), call.view(), gone.remove(call.id()));
            }
            if (changed != null) {
                batch.groups().forEach(changed::remove);
            }
            if (batch.emitted() != null) {
                finished.remember(batch.emitted());
            } else {
                Shown shown = new Shown(batch.ids());
                batch.groups().forEach(shown::holds);
            }
        }
        gone.forEach(calls::retract);
    }

    /// The entries that hold messages of a group. Others that were part of them come anew.
    private List<String> takenBack(Group group) {
        Shown before = group.before;
        if (before == null) {
            return List.of();
        }
        before.groups.remove(group);
        group.before = null;
        if (changed != null) {
            changed.addAll(before.groups);
        }
        List<String> ids = List.copyOf(before.ids);
        before.ids.clear();
        return ids;
    }

    long evicted() {
        return groups.evicted();
    }

    long overCap() {
        return groups.overCap();
    }
}
