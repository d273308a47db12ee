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
    private final Shelf<String> callIds = new Shelf<>();
    private final Shelf<String> given = new Shelf<>();

    AgentLinks(LegSummary[] legs, Ties ties) {
        this.legs = legs;
        this.ties = ties;
    }

    void find() {
        for (int i = 0; i < legs.length; i++) {
            if (Kinds.isInvite(legs[i])) {
                callIds.put(legs[i].callId(), i);
                for (Claim claim : legs[i].claims()) {
                    if (claim instanceof Claim.Correlated(var value)) {
                        given.put(value, i);
                    }
                }
            }
        }
        for (int i = 0; i < legs.length; i++) {
            for (Claim claim : legs[i].claims()) {
                if (claim instanceof Claim.Correlated(var value) && given.size(value) <= MOST) {
                    shared(i, value);
                    named(i, value);
                }
            }
        }
    }

    private void shared(int leg, String value) {
        for (int other : given.of(value)) {
            if (other < leg && areTogether(other, leg)) {
                tie(other, leg, Ground.alone("agent-gives-both", value));
                return;
            }
        }
    }

    private void named(int leg, String value) {
        if (callIds.size(value) != 1) {
            return;
        }
        int other = callIds.at(value, 0);
        if (areTogether(Math.min(leg, other), Math.max(leg, other))) {
            tie(leg, other, Ground.alone("agent-names", value));
        }
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
