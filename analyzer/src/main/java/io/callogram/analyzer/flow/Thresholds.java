package io.callogram.analyzer.flow;

/// What no standard says: how long, how many. Durations are nanoseconds.
///
/// @param challengeRetry credentials follow a challenge, and an INVITE a redirection, within this
/// @param forwardBefore the INVITE to the new target may come so much before the old one failed
/// @param forwardAfter it comes at most so much after
/// @param b2buaLeg a B2BUA sends its own INVITE within this
/// @param referInvite who was asked by REFER calls within this
/// @param threeWayOverlap two resumed calls are mixed when both were resumed within this
/// @param waitingRing a waiting call rings at least so long
/// @param waitingDialogs a phone, not a server: it has fewer dialogs than this at once
/// @param noAnswerRing ringing longer than this, a caller who gives up met no answer
/// @param progressRing progress other than 180 counts as ringing after so long
/// @param deflection a user who redirects sooner than this did so by key
/// @param rejectedByNetwork a refusal sooner than this was no person's
/// @param sameMoment what both sides of a B2BUA do within this is one act
/// @param ringbackSwitch the announcement ends at most so much before the answer
/// @param ringbackBye the announcement's leg is released within this after the answer
public record Thresholds(
        long challengeRetry,
        long forwardBefore,
        long forwardAfter,
        long b2buaLeg,
        long referInvite,
        long threeWayOverlap,
        long waitingRing,
        int waitingDialogs,
        long noAnswerRing,
        long progressRing,
        long deflection,
        long rejectedByNetwork,
        long sameMoment,
        long ringbackSwitch,
        long ringbackBye) {

    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1_000 * MILLISECOND;

    public static final Thresholds DEFAULT =
            new Thresholds(
                    32 * SECOND,
                    1 * SECOND,
                    3 * SECOND,
                    3 * SECOND,
                    10 * SECOND,
                    2 * SECOND,
                    500 * MILLISECOND,
                    3,
                    10 * SECOND,
                    3 * SECOND,
                    5 * SECOND,
                    200 * MILLISECOND,
                    2 * SECOND,
                    3 * SECOND,
                    2 * SECOND);
}
