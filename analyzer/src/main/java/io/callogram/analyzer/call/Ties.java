package io.callogram.analyzer.call;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Legs tied to each other, and why: legs that hang together by any chain of ties are one call.
final class Ties {

    /// The kind of tie between the tries of one scan.
    static final String SCAN = "scan";

    /// @param one index of the earlier leg
    /// @param other index of the later leg
    record Tie(int one, int other, String kind, List<Ground> grounds, int score) {}

    private final int[] parent;
    private final @Nullable Tie[] back;
    private final @Nullable Tie[] forth;

    Ties(int legs) {
        parent = new int[legs];
        for (int i = 0; i < legs; i++) {
            parent[i] = i;
        }
        back = new @Nullable Tie[legs];
        forth = new @Nullable Tie[legs];
    }

    int root(int leg) {
        int at = leg;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    boolean areTied(int one, int other) {
        return root(one) == root(other);
    }

    void tie(int one, int other, String kind, List<Ground> grounds, int score) {
        if (one == other) {
            return;
        }
        Tie tie = new Tie(Math.min(one, other), Math.max(one, other), kind, grounds, score);
        Tie known = back[tie.other()];
        if (known == null || tie.score() > known.score()) {
            back[tie.other()] = tie;
        }
        forth[tie.one()] = forth[tie.one()] == null ? tie : forth[tie.one()];
        int a = root(one);
        int b = root(other);
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    /// Legs are in order of time, so a call's first leg is its root.
    List<Cluster> clusters(List<LegFold> legs) {
        int[] place = new int[legs.size()];
        int[] cluster = new int[legs.size()];
        List<Cluster> clusters = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            int root = root(i);
            if (root == i) {
                cluster[i] = clusters.size();
                clusters.add(new Cluster(new ArrayList<>(1), new ArrayList<>(1)));
            }
            cluster[i] = cluster[root];
            clusters.get(cluster[i]).legs().add(legs.get(i));
            place[i] = clusters.get(cluster[i]).legs().size();
        }
        for (int i = 0; i < legs.size(); i++) {
            clusters.get(cluster[i]).links().add(root(i) == i ? null : link(i, place));
        }
        return clusters;
    }

    /// A leg that only later ones tie to the call says which later one.
    private Link link(int leg, int[] place) {
        Tie tie = back[leg] == null ? forth[leg] : back[leg];
        if (tie == null) {
            throw new IllegalStateException("leg " + leg + " is in a call without a tie");
        }
        int to = tie.other() == leg ? tie.one() : tie.other();
        return new Link(tie.kind(), place[to], tie.grounds(), tie.score());
    }
}
