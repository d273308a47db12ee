package io.callogram.analyzer.flow.hint;

/// What no standard says about diagnostics: how long, how many. Durations are nanoseconds.
///
/// @param ackIgnored a 2xx sent so often after its ACK was seen did not get that ACK
/// @param lostAckFrom a call that a lost ACK ends lasts at least so long
/// @param lostAckTo and at most so long
/// @param inviteSends an INVITE sent so often and never answered met silence
/// @param authWait credentials that follow a challenge follow within this
/// @param sessionSlack a session timer may fire so much before or after its time
/// @param notifyWait a NOTIFY that tells of a REFER comes within this
/// @param turnBack who transferred somebody in vain hangs up within this without a word to them
/// @param prackWait a PRACK comes within this
/// @param talkForMedia a talk shorter than this need not have had media both ways
/// @param packetsForMedia fewer RTP packets than this prove nothing
/// @param mediaAfterBye RTP may go on so long after the release
/// @param clockStep a message so much earlier than the one before it shows that the clock was set
/// @param shortTalk a conversation shorter than this was none
/// @param slowSetup ringing that begins later than this makes callers hang up
/// @param perKind so many hints of one kind are enough for a call
/// @param evidence so many messages are enough for a hint
public record HintThresholds(
        int ackIgnored,
        long lostAckFrom,
        long lostAckTo,
        int inviteSends,
        long authWait,
        long sessionSlack,
        long notifyWait,
        long turnBack,
        long prackWait,
        long talkForMedia,
        int packetsForMedia,
        long mediaAfterBye,
        long clockStep,
        long shortTalk,
        long slowSetup,
        int perKind,
        int evidence) {

    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1000 * MILLISECOND;

    public static final HintThresholds DEFAULT =
            new HintThresholds(
                    3,
                    30 * SECOND,
                    35 * SECOND,
                    7,
                    2 * SECOND,
                    2 * SECOND,
                    2 * SECOND,
                    5 * SECOND,
                    500 * MILLISECOND,
                    5 * SECOND,
                    50,
                    1 * SECOND,
                    500 * MILLISECOND,
                    2 * SECOND,
                    8 * SECOND,
                    4,
                    16);
}
