package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.sip.Digits;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import org.jspecify.annotations.Nullable;

/// Session timers (RFC 4028): what was agreed, and whether somebody kept to it.
final class Refreshing {

    private static final long SECOND = 1_000_000_000L;

    private Refreshing() {}

    static void inspect(Inspection in) {
        if (!in.traits.has(Mark.SESSION_EXPIRES)) {
            return;
        }
        for (CallDialog dialog : in.call.dialogs()) {
            if (dialog.confirmed() > 0) {
                inspect(in, dialog);
            }
        }
    }

    private static void inspect(Inspection in, CallDialog dialog) {
        CallMessage last = null;
        long interval = 0;
        for (Request r : in.scene.requests()) {
            CallMessage answer = r.answer();
            if (answer == null || answer.dialog() != dialog.number() || !r.isAccepted()) {
                continue;
            }
            boolean refreshes = r.method() == Method.INVITE || r.method() == Method.UPDATE;
            if (refreshes) {
                if (last != null && elapsed(last, answer) > interval + in.limits.sessionSlack()) {
                    missing(in, last, answer, interval);
                }
                interval = interval(answer);
                last = interval > 0 ? answer : null;
            }
        }
        ended(in, dialog, last, interval);
    }

    private static void ended(
            Inspection in, CallDialog dialog, @Nullable CallMessage last, long interval) {
        if (last == null || dialog.ended() == 0) {
            return;
        }
        CallMessage end = in.scene.message(dialog.ended());
        long elapsed = elapsed(last, end);
        // RFC 4028 §10: who waits in vain says BYE so much before the session expires.
        long before = Math.min(32 * SECOND, interval / 3);
        if (elapsed > interval + in.limits.sessionSlack()) {
            missing(in, last, end, interval);
        } else if (end.seen().sighting().method() == Method.BYE
                && elapsed >= interval - before - in.limits.sessionSlack()) {
            in.noteOnce(
                    HintKind.SESSION_EXPIRED,
                    in.at(last, end),
                    in.sender(end),
                    interval / SECOND,
                    Inspection.seconds(elapsed));
        }
    }

    private static void missing(Inspection in, CallMessage last, CallMessage next, long interval) {
        in.noteOnce(
                HintKind.REFRESH_MISSING,
                in.at(last, next),
                interval / SECOND,
                Inspection.seconds(elapsed(last, next)));
    }

    private static long elapsed(CallMessage from, CallMessage to) {
        return to.seen().time() - from.seen().time();
    }

    private static long interval(CallMessage answer) {
        String value = answer.seen().sighting().first(Mark.SESSION_EXPIRES);
        return value == null ? 0 : Digits.leading(value) * SECOND;
    }
}
