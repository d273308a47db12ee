package io.callogram.analyzer.call;

import io.callogram.analyzer.transaction.Seen;

/// The outcome of what is no call: `ok`, `failed` or `in-progress`.
final class RequestOutcome {

    private RequestOutcome() {}

    static Result of(Attempt a, CallKind kind) {
        Seen answer = a.answer();
        if (answer == null) {
            if (a.isTimedOut()) {
                return new Result(Outcome.FAILED, "no-response", 0, a.evidence(), true);
            }
            boolean going = !a.isConfirmed();
            return new Result(
                    going ? Outcome.IN_PROGRESS : Outcome.OK, null, 0, a.evidence(), false);
        }
        int status = answer.sighting().status();
        boolean ok = status < 300 || (kind == CallKind.OPTIONS && isAlive(status));
        return new Result(
                ok ? Outcome.OK : Outcome.FAILED,
                ok ? null : ResponseClass.of(status),
                status,
                a.evidence(),
                !a.isGuessed());
    }

    /// Whoever refuses a probe is there.
    private static boolean isAlive(int status) {
        return status == 404 || status == 405 || status == 481 || status == 503;
    }
}
