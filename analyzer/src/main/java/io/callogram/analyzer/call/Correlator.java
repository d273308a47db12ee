package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Method;
import io.callogram.capture.packet.IpAddress;
import java.util.ArrayList;
import java.util.List;

/// Joins legs to calls: by what their messages say, by what they have in common, and by the phone
/// that takes part in both. Pure, and whatever order they come in. Calls that merely overlap stay
/// apart.
public final class Correlator {

    private Correlator() {}

    public static List<Cluster> correlate(List<LegFold> legs) {
        List<LegFold> sorted = new ArrayList<>(legs);
        sorted.sort(Correlator::byTime);
        LegSummary[] summaries = new LegSummary[sorted.size()];
        for (int i = 0; i < summaries.length; i++) {
            summaries[i] = sorted.get(i).summary();
        }
        return ties(summaries).clusters(sorted);
    }

    private static int byTime(LegFold one, LegFold other) {
        LegSummary a = one.summary();
        LegSummary b = other.summary();
        int order = Long.compare(a.milestones().start(), b.milestones().start());
        order = order == 0 ? a.callId().compareTo(b.callId()) : order;
        order = order == 0 ? Long.compare(a.tag(), b.tag()) : order;
        return order == 0 ? a.method().compareTo(b.method()) : order;
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
        Numbers pairs = new Numbers(0);
        int[] firsts = new int[legs.length];
        for (int i = 0; i < legs.length; i++) {
            if (legs[i].method() != Method.OPTIONS || legs[i].startUnseen()) {
                continue;
            }
            IpAddress source = legs[i].source().address();
            IpAddress destination = legs[i].destination().address();
            int known = pairs.size();
            int pair = pairs.of(Keys.of(source, 0) + Keys.of(destination, 0));
            if (pair == known) {
                firsts[pair] = i;
            } else {
                String one = source.toString();
                String other = destination.toString();
                boolean ordered = one.compareTo(other) <= 0;
                List<Ground> between =
                        Ground.alone("keep-alive", ordered ? one : other, ordered ? other : one);
                ties.tie(firsts[pair], i, "keep-alive", between, 100);
            }
        }
    }
}
