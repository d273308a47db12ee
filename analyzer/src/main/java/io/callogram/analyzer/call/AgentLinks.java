package io.callogram.analyzer.call;

import java.util.List;

/// Links that a HEP agent states by its correlation: legs that it gives one, or a leg to which it
/// gives the Call-ID of another. An agent that gives one to everything it sends says nothing: the
/// legs have to be few, and to be there at the same time.
final class AgentLinks {

    static final String KIND = "hep-correlation";

    private static final int SURE = 100;

    /// Legs of one call: more than these share no call but an agent.
    private static final int MOST = 8;

    private final LegSummary[] legs;
    private final Ties ties;
    private final Recent callIds = new Recent(0);
    private final Recent given = new Recent(0);

    AgentLinks(LegSummary[] legs, Ties ties) {
        this.legs = legs;
        this.ties = ties;
    }

    void find() {
        if (!isAnyGiven()) {
            return;
        }
        for (int i = 0; i < legs.length; i++) {
            if (Kinds.isInvite(legs[i])) {
                callIds.put(key(legs[i].callId()), i);
                for (Claim claim : legs[i].claims()) {
                    if (claim instanceof Claim.Correlated(var value)) {
                        given.put(key(value), i);
                    }
                }
            }
        }
        for (int i = 0; i < legs.length; i++) {
            for (Claim claim : legs[i].claims()) {
                if (claim instanceof Claim.Correlated(var value)) {
                    linked(i, value, given.all(key(value), MOST));
                }
            }
        }
    }

    private boolean isAnyGiven() {
        for (LegSummary leg : legs) {
            for (int i = 0; i < leg.claims().size(); i++) {
                if (leg.claims().get(i) instanceof Claim.Correlated) {
                    return true;
                }
            }
        }
        return false;
    }

    /// @param others the legs that were given the same, none when they are too many
    private void linked(int leg, String value, int[] others) {
        for (int other : others) {
            if (other < leg && areTogether(other, leg)) {
                tie(other, leg, Ground.alone("agent-gives-both", value));
                break;
            }
        }
        int[] named = others.length == 0 ? others : callIds.all(key(value), 1);
        if (named.length == 1 && legs[named[0]].callId().equals(value)) {
            named(leg, named[0], value);
        }
    }

    private void named(int leg, int other, String value) {
        if (areTogether(Math.min(leg, other), Math.max(leg, other))) {
            tie(leg, other, Ground.alone("agent-names", value));
        }
    }

    private static long key(String text) {
        return Keys.of(text, 0, text.length());
    }

    private boolean areTogether(int earlier, int later) {
        return Kinds.isInvite(legs[later])
                && legs[later].milestones().start() <= legs[earlier].over();
    }

    /// What the messages themselves say is the better reason.
    private void tie(int one, int other, List<Ground> grounds) {
        if (!ties.areTied(one, other)) {
            ties.tie(one, other, KIND, grounds, SURE);
        }
    }
}
