package io.callogram.analyzer.dialog;

import io.callogram.analyzer.dialog.DialogEvent.ByeUnanswered;
import io.callogram.analyzer.dialog.DialogEvent.DialogTerminated;
import io.callogram.analyzer.dialog.DialogState.Confirmed;
import io.callogram.analyzer.dialog.DialogState.Terminated;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.Observation;
import io.callogram.analyzer.transaction.TransactionEvent.TimerFired;
import io.callogram.analyzer.transaction.TransactionEvent.TransactionTerminated;
import java.util.ArrayList;
import java.util.List;

/// How early dialogs end together with their request, and what time ends.
final class Endings {

    private static final int REQUEST_TERMINATED = 487;

    private Endings() {}

    /// RFC 3261 §12.3: a failure that reaches whoever asked ends all early dialogs of that request.
    static List<DialogEvent> earlyOnes(Dialogs state, Observation cause, int endToEnd, int status) {
        return each(state, cause, endToEnd, why(state, endToEnd, status));
    }

    private static List<DialogEvent> each(
            Dialogs state, Observation cause, int endToEnd, TerminationCause why) {
        List<DialogEvent> events = List.of();
        for (int i = 0; i < state.size(); i++) {
            Dialog dialog = state.at(i);
            if (dialog.endToEnd() == endToEnd && dialog.isEarly()) {
                events = events.isEmpty() ? new ArrayList<>(2) : events;
                events.add(new DialogTerminated(cause, dialog.id(), why, false));
            }
        }
        return events;
    }

    static TerminationCause why(Dialogs state, int endToEnd, int status) {
        if (isAnswered(state, endToEnd)) {
            return TerminationCause.OTHER_FORK_ANSWERED;
        }
        Dialogs.Requested asked = state.requested(endToEnd);
        boolean cancelled = status == REQUEST_TERMINATED || (asked != null && asked.cancelled());
        return cancelled ? TerminationCause.CANCELLED : TerminationCause.REJECTED;
    }

    private static boolean isAnswered(Dialogs state, int endToEnd) {
        for (int i = 0; i < state.size(); i++) {
            Dialog dialog = state.at(i);
            if (dialog.endToEnd() == endToEnd
                    && (dialog.state() instanceof Confirmed
                            || (dialog.state() instanceof Terminated ended && ended.ever()))) {
                return true;
            }
        }
        return false;
    }

    /// RFC 3261 §13.2.2.4: 64·T1 after the first 2xx no other fork is waited for.
    static List<DialogEvent> forksForgotten(Dialogs state, TransactionTerminated e) {
        return e.atOrigin() && isAnswered(state, e.endToEnd())
                ? each(state, e.cause(), e.endToEnd(), TerminationCause.OTHER_FORK_ANSWERED)
                : List.of();
    }

    static List<DialogEvent> unanswered(Dialogs state, TimerFired e) {
        Sighting s = e.first().sighting();
        if (s.method() != Method.BYE || !e.atOrigin()) {
            return List.of();
        }
        Dialog dialog = state.of(s.fromTag(), s.toTag());
        boolean ended =
                dialog != null
                        && dialog.state() instanceof Terminated over
                        && over.since().equals(e.first());
        return dialog != null && ended
                ? List.of(new ByeUnanswered(e.cause(), dialog.id()))
                : List.of();
    }
}
