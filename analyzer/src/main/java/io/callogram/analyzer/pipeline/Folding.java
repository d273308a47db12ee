package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallFold;
import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.call.Cluster;
import io.callogram.analyzer.call.Correlator;
import io.callogram.analyzer.call.GroupFold;
import io.callogram.analyzer.call.LegFold;
import io.callogram.analyzer.media.RtpStreams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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
    /// @param scans there is a scan among them
    record Batch<V>(List<Group> groups, List<Ready<V>> calls, boolean scans) {}

    private static final int TRUNK = 32;

    private final Workers workers;
    private final RtpStreams streams;
    private final int source;
    private final Function<Call, V> view;
    private LongMap<Folded> waiting = new LongMap<>();

    Folding(Workers workers, RtpStreams streams, int source, Function<Call, V> view) {
        this.workers = workers;
        this.streams = streams;
        this.source = source;
        this.view = view;
    }

    /// Takes a waiting group back, because a message came for it after all.
    @Nullable Group reopen(long key) {
        Folded folded = waiting.get(key);
        waiting.remove(key);
        return folded == null ? null : folded.group;
    }

    List<Batch<V>> fold(List<Group> closed, List<Group> open) {
        List<Folded> all = new ArrayList<>();
        waiting.forEach(all::add);
        all.addAll(
                workers.map(
                        closed, group -> new Folded(group, GroupFold.fold(group.messages), false)));
        List<Group> tied = tied(all, open);
        all.addAll(
                workers.map(
                        tied, group -> new Folded(group, GroupFold.fold(group.messages), true)));
        List<LegFold> legs = new ArrayList<>();
        IdentityHashMap<LegFold, Folded> owner = new IdentityHashMap<>();
        for (Folded folded : all) {
            for (LegFold leg : folded.legs) {
                legs.add(leg);
                owner.put(leg, folded);
            }
        }
        List<Component> components = components(all, Correlator.correlate(legs), owner);
        waiting = new LongMap<>();
        List<Component> ready = new ArrayList<>();
        for (Component component : components) {
            if (component.groups.stream().noneMatch(Folded::open)) {
                ready.add(component);
            } else {
                component.groups.stream()
                        .filter(folded -> !folded.open)
                        .forEach(folded -> waiting.put(folded.group.key, folded));
            }
        }
        List<Batch<V>> batches = new ArrayList<>(workers.map(ready, this::calls));
        batches.sort(
                Comparator.comparingLong((Batch<V> batch) -> batch.calls.getFirst().start())
                        .thenComparing(batch -> batch.calls.getFirst().id()));
        return batches;
    }

    /// The open groups that share a tie with one of `closed`. A tie that very many share is a trunk
    /// or a service, and ties nothing.
    private static List<Group> tied(List<Folded> closed, List<Group> open) {
        LongMap<List<Group>> byTie = new LongMap<>();
        for (Folded folded : closed) {
            Ties ties = folded.group.ties;
            for (int i = 0; i < ties.count(); i++) {
                byTie.put(ties.key(i), new ArrayList<>(2));
            }
        }
        for (Group group : open) {
            for (int i = 0; i < group.ties.count(); i++) {
                List<Group> sharing = byTie.get(group.ties.key(i));
                if (sharing != null && sharing.size() <= TRUNK) {
                    sharing.add(group);
                }
            }
        }
        Set<Group> tied = new LinkedHashSet<>();
        byTie.forEach(sharing -> {
            if (sharing.size() <= TRUNK) {
                tied.addAll(sharing);
            }
        });
        return List.copyOf(tied);
    }

    private Batch<V> calls(Component component) {
        List<Ready<V>> calls = new ArrayList<>(component.clusters.size());
        boolean scans = false;
        for (Cluster cluster : component.clusters) {
            Call call = CallFold.fold(cluster, MediaMatch.of(cluster, streams), source);
            scans |= call.kind() == CallKind.ATTACK;
            calls.add(new Ready<>(call.id(), call.times().start(), view.apply(call)));
        }
        List<Group> groups = component.groups.stream().map(Folded::group).toList();
        return new Batch<>(groups, calls, scans);
    }

    /// Groups that share a cluster, and clusters that share a group.
    private static final class Component {
        final List<Folded> groups = new ArrayList<>();
        final List<Cluster> clusters = new ArrayList<>();
    }

    private static List<Component> components(
            List<Folded> all, List<Cluster> clusters, IdentityHashMap<LegFold, Folded> owner) {
        IdentityHashMap<Folded, Component> of = new IdentityHashMap<>();
        for (Folded folded : all) {
            Component single = new Component();
            single.groups.add(folded);
            of.put(folded, single);
        }
        List<Component> components = new ArrayList<>();
        for (Cluster cluster : clusters) {
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
