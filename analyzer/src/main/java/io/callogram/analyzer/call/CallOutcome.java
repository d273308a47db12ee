package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.transaction.Seen;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The outcome of a call from the final response that its caller got.
final class CallOutcome {

    /// Ringing longer than this, a caller who cancels did so because nobody answered.
    private static final long NO_ANSWER_RING = 10_000_000_000L;

    private static final int USER_BUSY = 17;

    private CallOutcome() {}

    static Result of(Attempt a) {
        if (a.isUnseen()) {
            return a.isConfirmed()
                    ? result(a, Outcome.ANSWERED, null, false)
                    : result(a, Outcome.IN_PROGRESS, null, false);
        }
        Seen answer = a.answer();
        if (answer == null) {
            return withoutAnswer(a);
        }
        int status = answer.sighting().status();
        if (status < 300) {
            return result(a, Outcome.ANSWERED, null, a.isAcknowledged() && !a.isGuessed());
        }
        int cause = cause(answer);
        if (status == 486 || status == 600 || cause == USER_BUSY) {
            return result(a, Outcome.BUSY, null, !a.isGuessed());
        }
        if (cause == 18 || cause == 19) {
            return result(a, Outcome.NO_ANSWER, null, !a.isGuessed());
        }
        return status == 487 ? terminated(a) : refused(a, status);
    }

    private static Result refused(Attempt a, int status) {
        boolean unanswered = status == 408 || status == 480 || status == 504;
        if (unanswered && a.alerting() >= 0) {
            return result(a, Outcome.NO_ANSWER, null, !a.isGuessed());
        }
        if (status < 400) {
            return result(a, Outcome.REDIRECTED, null, !a.isGuessed());
        }
        String kind = ResponseClass.of(status);
        return result(
                a,
                ResponseClass.isFailure(status) ? Outcome.FAILED : Outcome.REJECTED,
                kind,
                !a.isGuessed());
    }

    /// 487: the caller's own doing, or the called side hung up (RFC 3261 §15), or it gave up, or
    /// the CANCEL was not captured.
    private static Result terminated(Attempt a) {
        Seen cancel = a.cancel();
        if (cancel != null) {
            return cancelled(a, cancel, !a.isGuessed());
        }
        Seen hangUp = a.hangUp();
        int cause = hangUp == null ? 0 : cause(hangUp);
        if (hangUp != null && cause != 18 && cause != 19) {
            return result(a, Outcome.REJECTED, ResponseClass.of(487), false);
        }
        return result(a, a.alerting() >= 0 ? Outcome.NO_ANSWER : Outcome.CANCELLED, null, false);
    }

    private static Result cancelled(Attempt a, Seen cancel, boolean certain) {
        boolean unanswered =
                a.alerting() >= 0
                        && (cancel.time() - a.alerting() >= NO_ANSWER_RING || saysNoAnswer(cancel));
        return result(a, unanswered ? Outcome.NO_ANSWER : Outcome.CANCELLED, null, certain);
    }

    private static Result withoutAnswer(Attempt a) {
        if (a.isConfirmed()) {
            return result(a, Outcome.ANSWERED, null, false);
        }
        Seen cancel = a.cancel();
        if (cancel != null) {
            return cancelled(a, cancel, false);
        }
        if (a.isSilent()) {
            return result(a, Outcome.FAILED, "no-response", true);
        }
        if (a.isFailureAcknowledged()) {
            return result(a, Outcome.FAILED, "unseen-response", false);
        }
        return result(a, Outcome.IN_PROGRESS, null, false);
    }

    private static Result result(
            Attempt a, Outcome outcome, @Nullable String kind, boolean certain) {
        return new Result(outcome, kind, a.status(), a.evidence(), certain);
    }

    /// Cause value of `Reason: Q.850;cause=n` (RFC 3326), or 0.
    static int cause(Seen seen) {
        for (Marked marked : seen.sighting().marks()) {
            if (marked.mark() == Mark.REASON) {
                String value = marked.value();
                int at = value.toLowerCase(Locale.ROOT).indexOf("q.850");
                int cause =
                        at < 0
                                ? 0
                                : HeaderText.number(
                                        HeaderText.parameter(value.substring(at), "cause"));
                if (cause > 0) {
                    return cause;
                }
            }
        }
        return 0;
    }

    private static boolean saysNoAnswer(Seen cancel) {
        int cause = cause(cancel);
        if (cause == 18 || cause == 19 || cause == 102) {
            return true;
        }
        String reason = cancel.sighting().first(Mark.REASON);
        if (reason == null) {
            return false;
        }
        String text = reason.toLowerCase(Locale.ROOT);
        return text.contains("no answer")
                || text.contains("no-answer")
                || text.contains("timeout")
                || text.contains("timed out")
                || text.contains("cause=408");
    }
}
