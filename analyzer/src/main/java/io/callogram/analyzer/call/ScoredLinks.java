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

    private final LegSummary[] legs;
    private final Ties ties;
    private final Shelf<String> users = new Shelf<>();
    private final Shelf<Long> media = new Shelf<>();
    private final Shelf<String> callIds = new Shelf<>();
    private final boolean[] taken;

    private final List<B2buaScore> candidates = new ArrayList<>();
    private final int[] lookedAt;

    ScoredLinks(LegSummary[] legs, Ties ties) {
        this.legs = legs;
        this.ties = ties;
        this.taken = new boolean[legs.length];
        this.lookedAt = new int[legs.length];
    }

    void find() {
        for (int i = 0; i < legs.length; i++) {
            if (Kinds.isInvite(legs[i]) && !legs[i].startUnseen()) {
                candidates.clear();
                gather(i);
                choose(i);
                shelve(i);
            }
        }
    }

    private void gather(int leg) {
        LegSummary l = legs[leg];
        for (String user : l.callers()) {
            look(users, "a" + Keys.bucket(user), leg);
        }
        for (String user : l.called()) {
            look(users, "b" + Keys.bucket(user), leg);
        }
        for (String user : l.diverted()) {
            look(users, "b" + Keys.bucket(user), leg);
        }
        for (long key : l.offers()) {
            look(media, key, leg);
        }
        for (long key : l.answers()) {
            look(media, key, leg);
        }
        if (l.callId().length() >= TELLING) {
            look(callIds, head(l.callId()), leg);
            look(callIds, tail(l.callId()), leg);
        }
    }

    private <K> void look(Shelf<K> shelf, K key, int leg) {
        int size = shelf.size(key);
        for (int at = size - 1; at >= Math.max(0, size - LOOK_BACK); at--) {
            int earlier = shelf.at(key, at);
            if (legs[leg].milestones().start() - legs[earlier].milestones().start()
                    > LONGEST_RING) {
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

    private void shelve(int leg) {
        LegSummary l = legs[leg];
        for (String user : l.callers()) {
            users.put("a" + Keys.bucket(user), leg);
        }
        for (String user : l.called()) {
            users.put("b" + Keys.bucket(user), leg);
        }
        for (long key : l.offers()) {
            media.put(key, leg);
        }
        for (long key : l.answers()) {
            media.put(key, leg);
        }
        if (l.callId().length() >= TELLING) {
            callIds.put(head(l.callId()), leg);
            callIds.put(tail(l.callId()), leg);
        }
    }

    private static String head(String callId) {
        return callId.substring(0, TELLING);
    }

    private static String tail(String callId) {
        return callId.substring(callId.length() - TELLING);
    }
}
