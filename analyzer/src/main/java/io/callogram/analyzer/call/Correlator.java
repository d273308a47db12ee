package io.callogram.analyzer.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Joins legs to calls.
public final class Correlator {

    private Correlator() {}

    public static List<Cluster> correlate(List<LegFold> legs) {
        List<LegFold> sorted = new ArrayList<>(legs);
        sorted.sort(Comparator.comparingLong(leg -> leg.summary().milestones().start()));
        List<Cluster> clusters = new ArrayList<>(sorted.size());
        for (LegFold leg : sorted) {
            List<@Nullable Link> none = new ArrayList<>(1);
            none.add(null);
            clusters.add(new Cluster(List.of(leg), none));
        }
        return clusters;
    }
}
