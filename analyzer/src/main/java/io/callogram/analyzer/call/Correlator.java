package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Joins legs to calls: by what their messages say, by what they have in common, and by the phone
/// that takes part in both. Pure, and whatever order they come in. Calls that merely overlap stay
/// apart.
public final class Correlator {

    private static final Comparator<LegFold> BY_TIME =
            Comparator.<LegFold>comparingLong(leg -> leg.summary().milestones().start())
                    .thenComparing(leg -> leg.summary().callId())
                    .thenComparingLong(leg -> leg.summary().tag())
                    .thenComparing(leg -> leg.summary().method());

    private Correlator() {}

    public static List<Cluster> correlate(List<LegFold> legs) {
        List<LegFold> sorted = new ArrayList<>(legs);
        sorted.sort(BY_TIME);
        LegSummary[] summaries = new LegSummary[sorted.size()];
        for (int i = 0; i < summaries.length; i++) {
            summaries[i] = sorted.get(i).summary();
        }
        return ties(summaries).clusters(sorted);
    }

    /// What is explicit comes first, because what is already one call makes nothing ambiguous.
    private static Ties ties(LegSummary[] legs) {
        Ties ties = new Ties(legs.length);
        if (legs.length > 1) {
            new ExplicitLinks(legs, ties).find();
            new Resubmissions(legs, ties).find();
            new AgentLinks(legs, ties).find();
            new ScoredLinks(legs, ties).find();
            new SharedPhones(legs, ties).find();
            new FeatureCodes(legs, ties).find();
            new Rooms(legs, ties).find();
            new Scans(legs, ties).find();
            keepAlives(legs, ties);
        }
        return ties;
    }

    /// Probes between one pair of hosts are one entry.
    private static void keepAlives(LegSummary[] legs, Ties ties) {
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i < legs.length; i++) {
            if (legs[i].method() != Method.OPTIONS || legs[i].startUnseen()) {
                continue;
            }
            String one = legs[i].source().address().toString();
            String other = legs[i].destination().address().toString();
            boolean ordered = one.compareTo(other) <= 0;
            String first = ordered ? one : other;
            String second = ordered ? other : one;
            String pair = first + ' ' + second;
            Integer known = pairs.putIfAbsent(pair, i);
            if (known != null) {
                List<Ground> between = Ground.alone("keep-alive", first, second);
                ties.tie(known, i, "keep-alive", between, 100);
            }
        }
    }
}
