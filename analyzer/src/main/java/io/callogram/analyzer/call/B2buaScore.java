package io.callogram.analyzer.call;

import io.callogram.analyzer.call.LegSummary.Hop;
import io.callogram.capture.packet.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How much speaks for the later leg being the earlier one's other side.
///
/// @param leg index of the earlier leg
record B2buaScore(int leg, int points) {

    private static final int THIRD_PARTY = 99;
    private static final B2buaScore NONE = new B2buaScore(-1, 0);
    private static final long SOON = 3_000_000_000L;
    private static final long LATE = 10_000_000_000L;
    private static final long FOLLOWS = 500_000_000L;
    private static final long CLOCK = 50_000_000L;

    static B2buaScore of(LegSummary in, LegSummary out, int leg) {
        if (out.milestones().start() - CLOCK > in.decided() || isSameOriginator(in, out)) {
            return isCrossed(in, out) ? new B2buaScore(leg, THIRD_PARTY) : NONE;
        }
        Tally tally = tallied(in, out, null);
        return tally.beyondNames ? new B2buaScore(leg, tally.points) : NONE;
    }

    /// The evidence with its values and points.
    List<Ground> grounds(LegSummary in, LegSummary out) {
        if (isThirdParty()) {
            return List.of(Ground.of("crossed", THIRD_PARTY, in.source()));
        }
        List<Ground> grounds = new ArrayList<>();
        tallied(in, out, grounds);
        return List.copyOf(grounds);
    }

    private static Tally tallied(LegSummary in, LegSummary out, @Nullable List<Ground> grounds) {
        Tally tally = new Tally(grounds);
        node(in, out, tally);
        tally.beyondNames = tally.points > 0;
        parties(in, out, tally);
        int byNames = tally.points;
        if (Keys.meet(in.offers(), out.offers()) || Keys.meet(in.answers(), out.answers())) {
            tally.add(35, "session-passes");
        }
        follows(in, out, tally);
        if (contains(in.callId(), out.callId()) || contains(out.callId(), in.callId())) {
            tally.add(30, "made-from", out.callId(), in.callId());
        }
        tally.beyondNames |= tally.points > byNames;
        forwards(in, out, tally);
        return tally;
    }

    /// One host that makes both calls continues none of them, unless the first came back to it.
    static boolean isSameOriginator(LegSummary in, LegSummary out) {
        if (!in.source().address().equals(out.source().address())) {
            return false;
        }
        return in.source().equals(out.source()) || !reaches(in, out.source());
    }

    boolean isThirdParty() {
        return points == THIRD_PARTY;
    }

    private static boolean reaches(LegSummary in, Endpoint node) {
        for (Hop hop : in.hops()) {
            if (hop.to().equals(node)) {
                return true;
            }
        }
        return false;
    }

    /// RFC 3725: one server calls both, and offers the second what the first answered.
    private static boolean isCrossed(LegSummary in, LegSummary out) {
        return in.source().equals(out.source())
                && out.milestones().start() <= in.over()
                && !Keys.meet(in.offers(), in.answers())
                && !Keys.meet(in.offers(), out.offers())
                && (Keys.meet(in.answers(), out.offers()) || Keys.meet(out.answers(), in.offers()));
    }

    private static void node(LegSummary in, LegSummary out, Tally tally) {
        long start = out.milestones().start();
        for (Hop hop : in.hops()) {
            if (hop.to().address().equals(out.source().address())) {
                long since = start - hop.time();
                if (since >= -CLOCK && since <= LATE) {
                    int points = since <= SOON ? 25 : 10;
                    tally.add(points, "leaves", out.source(), tally.told() ? seconds(since) : "");
                    return;
                }
            }
        }
    }

    private static String seconds(long nanoseconds) {
        return String.format(Locale.ROOT, "%.3f", nanoseconds / 1e9);
    }

    private static void parties(LegSummary in, LegSummary out, Tally tally) {
        String caller = common(in.callers(), out.callers());
        String called = common(in.called(), out.called());
        String diverted = common(in.called(), out.diverted());
        if (!caller.isEmpty()) {
            tally.add(20, "caller", caller);
        }
        if (!diverted.isEmpty()) {
            tally.add(40, "diverted", diverted);
        } else if (!called.isEmpty()) {
            tally.add(20, "called", called);
        }
        if (caller.isEmpty() && called.isEmpty() && diverted.isEmpty()) {
            tally.add(-40, "other-parties");
        }
    }

    private static String common(List<String> some, List<String> others) {
        for (String user : some) {
            if (ExplicitLinks.isAmong(user, others)) {
                return user;
            }
        }
        return "";
    }

    private static void follows(LegSummary in, LegSummary out, Tally tally) {
        boolean answer = isAfter(in.milestones().answered(), out.milestones().answered());
        if (answer || isAfter(in.milestones().alerting(), out.milestones().alerting())) {
            tally.add(15, "responses-follow");
        }
        if (isNear(in.milestones().bye(), out.milestones().bye())
                || isNear(in.milestones().cancelled(), out.milestones().cancelled())) {
            tally.add(15, "end-together");
        }
    }

    private static boolean isAfter(long following, long leading) {
        return leading >= 0 && following >= leading && following - leading <= FOLLOWS;
    }

    private static boolean isNear(long one, long other) {
        return one >= 0 && other >= 0 && Math.abs(one - other) <= FOLLOWS;
    }

    private static boolean contains(String longer, String shorter) {
        return shorter.length() >= 12
                && longer.length() > shorter.length()
                && longer.contains(shorter);
    }

    private static void forwards(LegSummary in, LegSummary out, Tally tally) {
        if (in.hops().isEmpty() || out.hops().isEmpty()) {
            return;
        }
        int less = in.hops().getLast().maxForwards() - out.hops().getFirst().maxForwards();
        if (less >= 1 && less <= 3 && out.hops().getFirst().maxForwards() > 0) {
            tally.add(5, "max-forwards", less);
        }
    }

    private static final class Tally {
        private int points;

        /// Two sites may have users of the same name, who call each other at the same time.
        private boolean beyondNames;

        private final @Nullable List<Ground> grounds;

        Tally(@Nullable List<Ground> grounds) {
            this.grounds = grounds;
        }

        boolean told() {
            return grounds != null;
        }

        void add(int more, String key, Object... values) {
            points += more;
            if (grounds != null) {
                grounds.add(Ground.of(key, more, values));
            }
        }
    }
}
