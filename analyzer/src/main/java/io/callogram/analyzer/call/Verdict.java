package io.callogram.analyzer.call;

import io.callogram.analyzer.dialog.TerminationCause;
import io.callogram.analyzer.sip.Method;
import io.callogram.capture.packet.Endpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Outcome, times, and who ended it, from the first caller's point of view.
record Verdict(Result result, Times times, @Nullable Ended endedBy) {

    /// Both sides of a B2BUA are told to stop at once when it is the one that stops.
    private static final long TOGETHER = 100_000_000L;

    static Verdict of(Cluster cluster, CallKind kind, Numbering numbers) {
        List<LegFold> legs = cluster.legs();
        int first = caller(legs);
        int decisive = followed(cluster, first);
        Attempt attempt = Attempt.of(legs.get(decisive), decisive, numbers);
        if (kind == CallKind.ATTACK) {
            int told = Scans.telling(legs);
            attempt = Attempt.of(legs.get(told), told, numbers);
        }
        boolean call = kind == CallKind.CALL;
        Result result = call ? CallOutcome.of(attempt) : RequestOutcome.of(attempt, kind);
        long start = legs.getFirst().summary().milestones().start();
        long end = end(legs);
        if (!call) {
            return new Verdict(result, new Times(start, end, -1, -1, -1), null);
        }
        Attempt dialled = decisive == first ? attempt : Attempt.of(legs.get(first), first, numbers);
        long invited = dialled.invited();
        Attempt rung = attempt.progress() < 0 ? dialled : attempt;
        Talk talk = Talk.of(legs.get(decisive), end);
        Times times =
                new Times(
                        start,
                        end,
                        between(invited, rung.progress()),
                        between(rung.alerting(), attempt.decidedAt()),
                        talk.length());
        Ended ended = endedBy(cluster, decisive, talk);
        return new Verdict(result, times, isTaken(cluster, decisive) ? opposite(ended) : ended);
    }

    /// -1 when one of the two was not seen, or the clock went back between them.
    private static long between(long from, long to) {
        return from < 0 || to < from ? -1 : to - from;
    }

    /// The leg that calls first: a request to call may come before it.
    static int caller(List<LegFold> legs) {
        for (int i = 0; i < legs.size(); i++) {
            if (Kinds.isInvite(legs.get(i).summary())) {
                return i;
            }
        }
        return 0;
    }

    /// A challenge answered or a redirection followed under a new Call-ID is the same attempt.
    private static int followed(Cluster cluster, int first) {
        int at = first;
        for (int i = first + 1; i < cluster.legs().size(); i++) {
            Link link = cluster.links().get(i);
            if (link != null && link.kind().equals("re-submission") && link.toLeg() == at + 1) {
                at = i;
            }
        }
        return taken(cluster, at);
    }

    /// Somebody else took the ringing call (RFC 3891 §1): that INVITE brought the caller her
    /// answer.
    private static int taken(Cluster cluster, int rung) {
        LegSummary.Milestones first = cluster.legs().get(rung).summary().milestones();
        for (int i = rung + 1; first.answered() < 0 && i < cluster.legs().size(); i++) {
            Link link = cluster.links().get(i);
            if (link != null
                    && link.kind().equals("replaces")
                    && link.toLeg() == rung + 1
                    && cluster.legs().get(i).summary().milestones().answered() >= 0) {
                return i;
            }
        }
        return rung;
    }

    private static boolean isTaken(Cluster cluster, int decisive) {
        Link link = cluster.links().get(decisive);
        return link != null && link.kind().equals("replaces");
    }

    /// Who asked in the decisive leg was called in the first.
    private static @Nullable Ended opposite(@Nullable Ended ended) {
        return ended == Ended.CALLER ? Ended.CALLEE : ended == Ended.CALLEE ? Ended.CALLER : ended;
    }

    private static long end(List<LegFold> legs) {
        long end = Long.MIN_VALUE;
        for (int leg = 0; leg < legs.size(); leg++) {
            List<LegMessage> messages = legs.get(leg).messages();
            for (int at = 0; at < messages.size(); at++) {
                LegMessage m = messages.get(at);
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
        return last.byCaller() ? Ended.CALLER : Ended.CALLEE;
    }

    /// The BYE came from the B2BUA between: it ended its other leg too, of its own accord.
    private static boolean isByNetwork(Cluster cluster, int decisive, LegDialog last) {
        // Whoever called both sides, as third-party call control does, is their caller.
        Endpoint source = cluster.legs().get(decisive).summary().source();
        for (int i = 0; i < cluster.legs().size(); i++) {
            LegSummary other = cluster.legs().get(i).summary();
            Link link = cluster.links().get(i);
            boolean beyond =
                    link != null
                            && link.toLeg() == decisive + 1
                            && other.method() == Method.INVITE
                            && !other.source().address().equals(source.address());
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
            return lasts ? new Talk(between(from, end), null) : new Talk(between(from, to), last);
        }
    }
}
