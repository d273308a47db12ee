package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallFold;
import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.call.Cluster;
import io.callogram.analyzer.call.Correlator;
import io.callogram.analyzer.call.GroupFold;
import io.callogram.analyzer.call.LegFold;
import io.callogram.analyzer.media.RtpStreams;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.capture.file.CaptureBytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Folds closed groups into calls. A closed group whose legs are linked to a group that is still
/// open waits for it, with everything that hangs on it.
final class Folding<V> {

    /// A group and its legs as of its last message.
    private record Folded(Group group, List<LegFold> legs, boolean open) {}

    /// A folded call, as far as it is kept.
    record Ready<V>(String id, long start, V view) {}

    /// Calls that share groups: they are handed on, and taken back, together.
    ///
    /// @param emitted null while one of the groups is open
    record Batch<V>(List<Group> groups, List<Ready<V>> calls, @Nullable Emitted emitted) {

        List<String> ids() {
            return calls.stream().map(Ready::id).toList();
        }
    }

    /// What has come of folding.
    ///
    /// @param waits groups, and the open ones that they wait for
    record Folds<V>(List<Batch<V>> batches, List<Wait> waits) {}

    /// Closed groups that are one call with open ones.
    record Wait(List<Group> closed, List<Group> open) {}

    private final Workers workers;
    private final RtpStreams streams;

    /// Media counted since a fold is under way, which must not see it.
    private final List<RtpStreams> later = new ArrayList<>();

    private final int source;
    private final Calls<V> views;
    private final ThreadLocal<MessageLoader> loaders;
    private final Waiting waiting = new Waiting();
    private @Nullable Underway<V> underway;
    private long captured = Long.MIN_VALUE;

    Folding(Workers workers, CaptureBytes bytes, RtpStreams streams, int source, Calls<V> views) {
        this.workers = workers;
        this.loaders = ThreadLocal.withInitial(() -> new MessageLoader(bytes));
        this.streams = streams;
        this.source = source;
        this.views = views;
    }

    /// The capture is known to have gone on until then, with this media.
    void captured(long time, RtpStreams media) {
        captured = time;
        if (underway == null) {
            absorb(media);
        } else {
            later.add(media);
        }
    }

    private void absorb(RtpStreams media) {
        synchronized (streams) {
            streams.absorb(media);
        }
    }

    /// Whether what is under way may tell of it.
    boolean concerns(long key) {
        return underway != null && underway.concerns(key);
    }

    boolean isDone() {
        return underway != null && underway.isDone();
    }

    /// Takes a waiting group back, because a message came for it after all.
    @Nullable Group reopen(long key) {
        return waiting.reopen(key);
    }

    /// The closed groups that wait for an open one.
    List<Group> waitingFor(long key) {
        return waiting.waitingFor(key);
    }

    /// Begins to fold. What was under way has landed before.
    ///
    /// @param open finds the open groups that may be one call with the ones given
    /// @return the groups that are folded
    List<Group> begin(List<Group> closed, UnaryOperator<List<Group>> open) {
        List<Group> over = waiting.over(closed);
        long time = captured;
        List<Folded> tied = folded(open.apply(over), true, time);
        underway = new Underway<>(over, workers.beside(() -> folds(over, tied, time)));
        return over;
    }

    private Folds<V> folds(List<Group> over, List<Folded> tied, long time) {
        List<Folded> all = new ArrayList<>(folded(over, false, time));
        all.addAll(tied);
        List<Component> ready = new ArrayList<>();
        List<Wait> waits = new ArrayList<>();
        for (Component component : components(all)) {
            List<Group> awaited = component.open();
            if (awaited.isEmpty()) {
                ready.add(component);
            } else {
                waits.add(new Wait(component.closed(), awaited));
            }
        }
        return new Folds<>(batches(ready), waits);
    }

    /// What has come of the fold that is under way; waits for it.
    List<Batch<V>> land() {
        if (underway == null) {
            return List.of();
        }
        Folds<V> folds = underway.folds();
        underway = null;
        later.forEach(this::absorb);
        later.clear();
        folds.waits.forEach(wait -> waiting.add(wait.closed, wait.open));
        return folds.batches;
    }

    /// Whether it waits for a group that is open.
    boolean isWaiting(Group group) {
        return waiting.holds(group.key);
    }

    /// Folds groups as they stand now, whether they are closed or not.
    List<Batch<V>> show(List<Group> groups) {
        return batches(components(folded(groups, true, captured)));
    }

    private List<Folded> folded(List<Group> groups, boolean open, long time) {
        return workers.map(groups, group -> new Folded(group, fold(group, time), open));
    }

    private List<Batch<V>> batches(List<Component> ready) {
        List<Batch<V>> batches = new ArrayList<>(workers.map(together(ready), this::calls));
        batches.sort(
                Comparator.comparingLong((Batch<V> batch) -> batch.calls.getFirst().start())
                        .thenComparing(batch -> batch.calls.getFirst().id()));
        return batches;
    }

    /// What one source tried in vain is handed on, and taken back, together: more of it may make it
    /// a scan.
    private static List<Component> together(List<Component> ready) {
        LongMap<Component> bySource = new LongMap<>();
        List<Component> together = new ArrayList<>(ready.size());
        for (Component component : ready) {
            Group first = component.groups.getFirst().group;
            boolean refused = component.groups.size() == 1 && first.refused && first.probe != 0;
            Component before = refused ? bySource.get(first.probe) : null;
            if (before == null) {
                together.add(component);
                if (refused) {
                    bySource.put(first.probe, component);
                }
            } else {
                before.groups.addAll(component.groups);
                before.clusters.addAll(component.clusters);
            }
        }
        return together;
    }

    private List<LegFold> fold(Group group, long time) {
        List<Seen> seen = loaders.get().load(group);
        return GroupFold.fold(seen, Silence.until(seen, time));
    }

    private Batch<V> calls(Component component) {
        List<Ready<V>> calls = new ArrayList<>(component.clusters.size());
        boolean over = component.open().isEmpty();
        boolean scans = false;
        for (Cluster cluster : component.clusters) {
            Call call = CallFold.fold(cluster, MediaMatch.of(cluster, streams, List.of()), source);
            scans |= call.kind() == CallKind.ATTACK;
            V view = over ? views.view(call) : views.soFar(call);
            calls.add(new Ready<>(call.id(), call.times().start(), view));
        }
        List<Group> groups = component.groups.stream().map(Folded::group).toList();
        Emitted emitted = null;
        if (over) {
            List<String> ids = calls.stream().map(Ready::id).toList();
            emitted = Emitted.of(groups, ids, scans);
        }
        return new Batch<>(groups, calls, emitted);
    }

    /// Groups that share a cluster, and clusters that share a group.
    private static final class Component {
        final List<Folded> groups = new ArrayList<>();
        final List<Cluster> clusters = new ArrayList<>();

        List<Group> open() {
            return groups.stream().filter(Folded::open).map(Folded::group).toList();
        }

        List<Group> closed() {
            return groups.stream().filter(folded -> !folded.open).map(Folded::group).toList();
        }
    }

    private static List<Component> components(List<Folded> all) {
        List<LegFold> legs = new ArrayList<>();
        IdentityHashMap<LegFold, Folded> owner = new IdentityHashMap<>();
        for (Folded folded : all) {
            for (LegFold leg : folded.legs) {
                legs.add(leg);
                owner.put(leg, folded);
            }
        }
        IdentityHashMap<Folded, Component> of = new IdentityHashMap<>();
        for (Folded folded : all) {
            Component single = new Component();
            single.groups.add(folded);
            of.put(folded, single);
        }
        List<Component> components = new ArrayList<>();
        for (Cluster cluster : Correlator.correlate(legs)) {
            Component joined = null;
            for (LegFold leg : cluster.legs()) {
                joined = join(joined, component(of, owner, leg), of);
            }
            if (joined != null) {
                joined.clusters.add(cluster);
            }
        }
        Set<Component> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Folded folded : all) {
            Component component = of.get(folded);
            if (component != null && seen.add(component) && !component.clusters.isEmpty()) {
                components.add(component);
            }
        }
        return components;
    }

    private static Component component(
            IdentityHashMap<Folded, Component> of,
            IdentityHashMap<LegFold, Folded> owner,
            LegFold leg) {
        Folded folded = Objects.requireNonNull(owner.get(leg), "a leg that nobody folded");
        return Objects.requireNonNull(of.get(folded));
    }

    private static Component join(
            @Nullable Component a, Component b, IdentityHashMap<Folded, Component> of) {
        if (a == null || a == b) {
            return b;
        }
        Component large = a.groups.size() >= b.groups.size() ? a : b;
        Component small = large == a ? b : a;
        large.groups.addAll(small.groups);
        large.clusters.addAll(small.clusters);
        small.groups.forEach(folded -> of.put(folded, large));
        return large;
    }
}
