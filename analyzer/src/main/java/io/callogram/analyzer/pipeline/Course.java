package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.call.Rooms;
import io.callogram.analyzer.sdp.Direction;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.time.Duration;

/// What is known of a group without folding it: when its call began, was decided and ended. Enough
/// to say of two groups that correlation cannot find them to be one call, whoever takes part.
final class Course {
    private static final long UNKNOWN = Long.MAX_VALUE;

    /// A hop and its neighbour do not see a response at the same time.
    private static final long SLACK = Duration.ofSeconds(5).toNanos();

    /// Longer than any challenge or redirection takes to be followed.
    private static final long PATIENCE = Duration.ofSeconds(40).toNanos();

    /// Longer than a B2BUA takes to pass a call on.
    private static final long PASSING = Duration.ofSeconds(12).toNanos();

    /// No attempt rings longer.
    private static final long LONGEST_RING = Duration.ofMinutes(5).toNanos();

    private boolean invites;
    private boolean refers;
    private boolean several;
    private long tag;
    private long start = UNKNOWN;
    private long answered = UNKNOWN;
    private long refused = -1;
    private boolean alerted;
    private boolean holds;
    private long ended = UNKNOWN;

    /// Takes part in a call: not a registration, a probe or a subscription.
    boolean invites() {
        return invites;
    }

    void add(Sighting s) {
        start = Math.min(start, s.time());
        switch (s.method()) {
            case INVITE -> invite(s);
            case BYE -> {
                ended = Math.min(ended, s.time());
                refers |= s.first(Mark.ALSO) != null;
            }
            case REFER -> refers = true;
            case ACK, CANCEL, PRACK, UPDATE, INFO -> invites = true;
            case REGISTER, OPTIONS, SUBSCRIBE, NOTIFY, PUBLISH, MESSAGE, OTHER -> {}
        }
        invites |= s.method() == Method.BYE || s.method() == Method.REFER;
    }

    private void invite(Sighting s) {
        invites = true;
        if (s.isRequest() && s.toTag() == 0) {
            several |= tag != 0 && tag != s.fromTag();
            tag = s.fromTag();
            refers |=
                    s.first(Mark.REFERRED_BY) != null
                            || s.first(Mark.FOCUS) != null
                            || Rooms.isConference(s.to().user());
        } else if (s.isSuccess()) {
            answered = Math.min(answered, s.time());
            refers |= s.first(Mark.FOCUS) != null;
        } else if (s.isFinal()) {
            refused = Math.max(refused, s.time());
        } else {
            alerted |= s.status() >= 180;
        }
    }

    /// A description that refuses to receive may put the other side on hold.
    void add(SessionDescription session) {
        for (Media media : session.media()) {
            holds |=
                    media.direction() == Direction.SENDONLY
                            || media.direction() == Direction.INACTIVE
                            || isNowhere(media.connection());
        }
    }

    /// What two groups have in common.
    ///
    /// @param media an origin or a media endpoint
    /// @param caller a user that makes both calls
    /// @param called a user that gets both calls
    /// @param calls a user of the earlier one makes the later one
    /// @param answers a user of the earlier one gets the later one
    /// @param users any user
    record Common(
            boolean media,
            boolean caller,
            boolean called,
            boolean calls,
            boolean answers,
            boolean users) {}

    /// Whether two groups may be found to be one call: one continues the other before that was
    /// decided, or tries again after it was refused; or the phone of one user has two calls, and
    /// put the first one on hold for the second or was told of it.
    static boolean mayBeOne(Course earlier, Course later, Common common) {
        if (!earlier.invites || !later.invites) {
            return false;
        }
        if (common.media && later.start <= plus(earlier.ended, SLACK)) {
            return true;
        }
        if (earlier.refers || later.refers || earlier.several || later.several) {
            return common.users;
        }
        return continues(earlier, later, common)
                || isAgain(earlier, later, common)
                || isBeside(earlier, later, common);
    }

    private static boolean continues(Course earlier, Course later, Common common) {
        boolean undecided =
                earlier.answered < UNKNOWN
                        ? later.start <= earlier.answered + SLACK
                        : earlier.refused < 0
                                ? later.start - earlier.start <= LONGEST_RING
                                : later.start <= earlier.refused + SLACK;
        boolean soon = later.start - earlier.start <= PASSING;
        return undecided
                && (common.caller && common.called || (common.caller || common.called) && soon);
    }

    private static boolean isAgain(Course earlier, Course later, Common common) {
        return common.caller
                && earlier.refused >= 0
                && earlier.answered == UNKNOWN
                && later.start <= earlier.refused + PATIENCE;
    }

    private static boolean isBeside(Course earlier, Course later, Common common) {
        return earlier.answered < UNKNOWN
                && later.start <= plus(earlier.ended, SLACK)
                && (common.calls && earlier.holds || common.answers && later.alerted);
    }

    boolean isBefore(Course other) {
        return start <= other.start;
    }

    private static boolean isNowhere(String connection) {
        return connection.equals("0.0.0.0")
                || connection.equals("::")
                || connection.endsWith(".invalid");
    }

    private static long plus(long time, long more) {
        return time == UNKNOWN ? UNKNOWN : time + more;
    }
}
