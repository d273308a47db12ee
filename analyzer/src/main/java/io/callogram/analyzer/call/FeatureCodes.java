package io.callogram.analyzer.call;

import java.util.List;

/// A ringing call that somebody else takes by dialling a code: the switch answers both at once.
final class FeatureCodes {

    /// A switch answers a code without ringing.
    private static final long AT_ONCE = 1_000_000_000L;

    /// It answers both callers within this.
    private static final long TOGETHER = 500_000_000L;

    /// The newest calls at one switch that are looked at.
    private static final int LOOK_BACK = 32;

    private final LegSummary[] legs;
    private final Ties ties;
    private final Shelf<String> switches = new Shelf<>();

    FeatureCodes(LegSummary[] legs, Ties ties) {
        this.legs = legs;
        this.ties = ties;
    }

    void find() {
        for (int i = 0; i < legs.length; i++) {
            if (!Kinds.isInvite(legs[i]) || legs[i].milestones().answered() < 0) {
                continue;
            }
            String at = legs[i].destination().toString();
            if (isCode(legs[i].to().user())) {
                pickedUp(i, at);
            }
            switches.put(at, i);
        }
    }

    /// As dialled: `*8`, `**1002`.
    static boolean isCode(String user) {
        return user.length() > 1 && user.charAt(0) == '*';
    }

    private void pickedUp(int leg, String at) {
        LegSummary.Milestones taken = legs[leg].milestones();
        if (taken.answered() - taken.start() > AT_ONCE) {
            return;
        }
        int size = switches.size(at);
        for (int back = size - 1; back >= Math.max(0, size - LOOK_BACK); back--) {
            int other = switches.at(at, back);
            LegSummary.Milestones rang = legs[other].milestones();
            boolean rings = rang.alerting() >= 0 && rang.alerting() <= taken.start();
            if (rings && Math.abs(rang.answered() - taken.answered()) <= TOGETHER) {
                List<Ground> together = Ground.alone("pickup", legs[leg].to().user());
                ties.tie(other, leg, "pickup", together, 80);
                return;
            }
        }
    }
}
