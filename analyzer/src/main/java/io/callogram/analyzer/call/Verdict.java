package io.callogram.analyzer.call;

import io.callogram.analyzer.dialog.TerminationCause;
import io.callogram.analyzer.sip.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Outcome, times, and who ended it, from the first caller's point of view.
record Verdict(Result result, Times times, @Nullable Ended endedBy) {

    /// Both sides of a B2BUA are told to stop at once when it is the one that stops.
    private static final long TOGETHER = 100_000_000L;

    static Verdict of(Cluster cluster, Numbering numbers) {
        List<LegFold> legs = cluster.legs();
        int first = caller(legs);
        int decisive = followed(cluster, first);
        Attempt attempt = Attempt.of(legs.get(decisive), decisive, numbers);
        boolean call = Kinds.of(legs) == CallKind.CALL;
        Result result = call ? CallOutcome.of(attempt) : RequestOutcome.of(attempt, Kinds.of(legs));
        long start = legs.getFirst().summary().milestones().start();
        long end = end(legs);
        if (!call) {
            return new Verdict(result, new Times(start, end, -1, -1, -1), null);
        }
        Attempt dialled = decisive == first ? attempt : Attempt.of(legs.get(first), first, numbers);
        Talk talk = Talk.of(legs.get(decisive), end);
        long progress = dialled.progress() < 0 ? attempt.progress() : dialled.progress();
        long alerting = dialled.alerting() < 0 ? attempt.alerting() : dialled.alerting();
        Times times =
                new Times(
                        start,
                        end,
                        since(dialled.invited(), progress),
                        since(alerting, attempt.decidedAt()),
                        talk.length());
        return new Verdict(result, times, endedBy(cluster, decisive, talk));
    }

    private static long since(long from, long to) {
        return from < 0 || to < 0 ? -1 : to - from;
    }

    private static int caller(List<LegFold> legs) {
        for (int i = 0; i < legs.size(); i++) {
            if (Kinds.isInvite(legs.get(i).summary())) {
                return i;
            }
        }
        return 0;
    }

    /// A challenge answered or a redirection followed under a new Call-ID is the same attempt, and
    /// so is the answer of whoever picks up what rings elsewhere (RFC 5359 §2.16).
    private static int followed(Cluster cluster, int first) {
        int at = first;
        for (int i = first + 1; i < cluster.legs().size(); i++) {
            Link link = cluster.links().get(i);
            if (link != null
                    && link.toLeg() == at + 1
                    && (link.kind().equals("re-submission") || isPickup(cluster, at, i))) {
                at = i;
            }
        }
        return at;
    }

    private static boolean isPickup(Cluster cluster, int rang, int taken) {
        Link link = cluster.links().get(taken);
        LegSummary.Milestones m = cluster.legs().get(taken).summary().milestones();
        return link != null
                && link.kind().equals("replaces")
                && cluster.legs().get(rang).summary().milestones().answered() < 0
                && m.answered() >= 0;
    }

    private static long end(List<LegFold> legs) {
        long end = Long.MIN_VALUE;
        for (LegFold leg : legs) {
            for (LegMessage m : leg.messages()) {
                end = Math.max(end, m.seen().time());
                for (int i = 0; i < m.repeats().size(); i++) {
                    end = Math.max(end, m.repeats().get(i).time());
                }
            }
        }
        return end;
    }

    private static @Nullable Ended endedBy(Cluster cluster, int decisive, Talk talk) {
        LegDialog last = talk.last();
        if (last == null
                || (last.why() != TerminationCause.BYE
                        && last.why() != TerminationCause.BYE_UNANSWERED)) {
            return null;
        }
        if (!last.byCaller() && isByNetwork(cluster, decisive, last)) {
            return Ended.NETWORK;
        }
        // Who picks up calls the caller.
        Link link = cluster.links().get(decisive);
        boolean turned = link != null && link.kind().equals("replaces");
        return last.byCaller() != turned ? Ended.CALLER : Ended.CALLEE;
    }

    /// The BYE came from the B2BUA between: it ended its other leg too, of its own accord.
    private static boolean isByNetwork(Cluster cluster, int decisive, LegDialog last) {
        for (int i = 0; i < cluster.legs().size(); i++) {
            LegSummary other = cluster.legs().get(i).summary();
            Link link = cluster.links().get(i);
            boolean beyond =
                    link != null && link.toLeg() == decisive + 1 && other.method() == Method.INVITE;
            if (beyond
                    && other.milestones().byeByCaller()
                    && other.milestones().bye() >= 0
                    && Math.abs(other.milestones().bye() - last.endedAt()) <= TOGETHER) {
                return true;
            }
        }
        return false;
    }

    /// Conversation in one leg: from its first answer until its last dialog ended.
    ///
    /// @param length -1 when nobody answered
    /// @param last the dialog that ended last, null while one lasts
    private record Talk(long length, @Nullable LegDialog last) {

        static Talk of(LegFold leg, long end) {
            long from = -1;
            long to = -1;
            LegDialog last = null;
            boolean lasts = false;
            for (LegDialog d : leg.dialogs()) {
                if (d.confirmedAt() < 0 || d.dialog().usage() != Method.INVITE) {
                    continue;
                }
                from = from < 0 ? d.confirmedAt() : Math.min(from, d.confirmedAt());
                if (d.endedAt() < 0) {
                    lasts = true;
                } else if (d.endedAt() >= to) {
                    to = d.endedAt();
                    last = d;
                }
            }
            if (from < 0) {
                return new Talk(-1, null);
            }
            return lasts ? new Talk(end - from, null) : new Talk(to - from, last);
        }
    }
}
