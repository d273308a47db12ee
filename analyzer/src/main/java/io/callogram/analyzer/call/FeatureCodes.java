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
    private final Recent switches;

    FeatureCodes(LegSummary[] legs, Ties ties) {
        this.legs = legs;
        this.ties = ties;
        this.switches = new Recent(0);
    }

    void find() {
        if (!isAnyDialled()) {
            return;
        }
        for (int i = 0; i < legs.length; i++) {
            if (isAnswered(legs[i])) {
                int before = switches.put(Keys.of(legs[i].destination()), i);
                if (isCode(legs[i].to().user())) {
                    pickedUp(i, before);
                }
            }
        }
    }

    private boolean isAnyDialled() {
        for (LegSummary leg : legs) {
            if (isAnswered(leg) && isCode(leg.to().user())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAnswered(LegSummary leg) {
        return Kinds.isInvite(leg) && leg.milestones().answered() >= 0;
    }

    /// As dialled: `*8`, `**1002`.
    static boolean isCode(String user) {
        return user.length() > 1 && user.charAt(0) == '*';
    }

    private void pickedUp(int leg, int newest) {
        LegSummary.Milestones taken = legs[leg].milestones();
        if (taken.answered() - taken.start() > AT_ONCE) {
            return;
        }
        int at = newest;
        for (int i = 0; at != 0 && i < LOOK_BACK; i++, at = switches.older(at)) {
            int other = switches.leg(at);
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
