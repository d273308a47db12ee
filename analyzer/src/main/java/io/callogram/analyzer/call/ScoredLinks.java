package io.callogram.analyzer.call;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The legs of a B2BUA that leaves no explicit trace: candidates have something in common, the best
/// one wins if it is good enough and no other is nearly as good.
final class ScoredLinks {

    private static final int ENOUGH = 60;
    private static final int MARGIN = 10;

    /// The newest candidates of one key that are looked at: whatever more legs have in common at
    /// once tells none of them apart.
    private static final int LOOK_BACK = 32;

    /// No attempt rings longer.
    private static final long LONGEST_RING = 300_000_000_000L;

    /// How much of a Call-ID another one must contain.
    private static final int TELLING = 12;

    /// What a key is about makes another key of it.
    private static final long CALLER = 0x9e3779b97f4a7c15L;

    private static final long CALLED = 0xc2b2ae3d27d4eb4fL;

    private final LegSummary[] legs;
    private final Ties ties;
    private final Recent known;
    private final boolean[] taken;

    private final List<B2buaScore> candidates = new ArrayList<>();
    private final int[] lookedAt;

    ScoredLinks(LegSummary[] legs, Ties ties) {
        this.legs = legs;
        this.ties = ties;
        this.known = new Recent(legs.length * 4);
        this.taken = new boolean[legs.length];
        this.lookedAt = new int[legs.length];
    }

    void find() {
        for (int i = 0; i < legs.length; i++) {
            if (Kinds.isInvite(legs[i]) && !legs[i].startUnseen()) {
                candidates.clear();
                gather(i, legs[i]);
                choose(i);
            }
        }
    }

    /// Looks at the earlier legs that have something in common with this one, and puts it there.
    private void gather(int leg, LegSummary l) {
        for (int i = 0; i < l.callers().size(); i++) {
            look(known.put(Keys.bucketKey(l.callers().get(i)) ^ CALLER, leg), leg);
        }
        for (int i = 0; i < l.called().size(); i++) {
            look(known.put(Keys.bucketKey(l.called().get(i)) ^ CALLED, leg), leg);
        }
        for (int i = 0; i < l.diverted().size(); i++) {
            look(known.newest(Keys.bucketKey(l.diverted().get(i)) ^ CALLED), leg);
        }
        for (long key : l.offers()) {
            look(known.put(key, leg), leg);
        }
        for (long key : l.answers()) {
            look(known.put(key, leg), leg);
        }
        int length = l.callId().length();
        if (length >= TELLING) {
            look(known.put(Keys.of(l.callId(), 0, TELLING), leg), leg);
            look(known.put(Keys.of(l.callId(), length - TELLING, length), leg), leg);
        }
    }

    private void look(int newest, int leg) {
        long start = legs[leg].milestones().start();
        int at = known.leg(newest) == leg ? known.older(newest) : newest;
        for (int i = 0; at != 0 && i < LOOK_BACK; i++, at = known.older(at)) {
            int earlier = known.leg(at);
            if (start - legs[earlier].milestones().start() > LONGEST_RING) {
                return;
            }
            if (lookedAt[earlier] != leg + 1) {
                lookedAt[earlier] = leg + 1;
                B2buaScore score = B2buaScore.of(legs[earlier], legs[leg], earlier);
                if (score.points() >= ENOUGH - MARGIN && !isFromItsCaller(earlier, leg, score)) {
                    candidates.add(score);
                }
            }
        }
    }

    /// Whoever began the call that the candidate is in does not continue it, but begins another.
    private boolean isFromItsCaller(int earlier, int leg, B2buaScore score) {
        int first = ties.root(earlier);
        return first != earlier
                && !score.isThirdParty()
                && B2buaScore.isSameOriginator(legs[first], legs[leg]);
    }

    private void choose(int leg) {
        B2buaScore best = null;
        for (B2buaScore candidate : candidates) {
            best = best == null || candidate.points() > best.points() ? candidate : best;
        }
        if (best == null || best.points() < ENOUGH) {
            return;
        }
        B2buaScore chosen = only(best);
        if (chosen != null) {
            taken[chosen.leg()] = true;
            List<Ground> grounds = chosen.grounds(legs[chosen.leg()], legs[leg]);
            ties.tie(chosen.leg(), leg, "scored", grounds, Math.min(99, chosen.points()));
        }
    }

    /// The best, unless another is nearly as good. Of those, one that no leg continues yet is
    /// meant: every call through a B2BUA comes out once.
    private @Nullable B2buaScore only(B2buaScore best) {
        B2buaScore free = null;
        int rivals = 0;
        int freeOnes = 0;
        for (B2buaScore candidate : candidates) {
            if (candidate.points() > best.points() - MARGIN && candidate.points() >= ENOUGH) {
                rivals += ties.areTied(candidate.leg(), best.leg()) ? 0 : 1;
                if (!taken[candidate.leg()]) {
                    free = candidate;
                    freeOnes++;
                }
            }
        }
        return rivals == 0 ? best : freeOnes == 1 ? free : null;
    }
}
