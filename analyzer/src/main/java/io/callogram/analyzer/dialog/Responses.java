package io.callogram.analyzer.dialog;

import io.callogram.analyzer.dialog.DialogEvent.DialogConfirmed;
import io.callogram.analyzer.dialog.DialogEvent.DialogCreated;
import io.callogram.analyzer.dialog.DialogEvent.DialogTerminated;
import io.callogram.analyzer.dialog.DialogEvent.TagLearned;
import io.callogram.analyzer.dialog.DialogState.Confirmed;
import io.callogram.analyzer.dialog.DialogState.Early;
import io.callogram.analyzer.dialog.DialogState.Terminated;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.analyzer.transaction.TransactionEvent.FinalSeen;
import io.callogram.analyzer.transaction.TransactionEvent.ProvisionalSeen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What responses mean for dialogs.
final class Responses {

    private static final int EARLY_DIALOG_TERMINATED = 199;

    private Responses() {}

    /// RFC 3261 §12.1: never from a 100, even with a tag.
    static List<DialogEvent> provisional(Dialogs state, ProvisionalSeen e) {
        Sighting s = e.cause().sighting();
        if (s.status() == 100 || s.method() != Method.INVITE) {
            return List.of();
        }
        Dialog dialog = current(state, s, e.endToEnd());
        if (s.status() == EARLY_DIALOG_TERMINATED) {
            return dialog != null && dialog.isEarly()
                    ? List.of(ended(e.cause(), dialog, TerminationCause.EARLY_TERMINATED))
                    : List.of();
        }
        return dialog == null ? List.of(met(state, e.cause(), s, e.endToEnd())) : List.of();
    }

    /// The dialog with these tags, unless it is over and another initial request has used them
    /// again.
    private static @Nullable Dialog current(Dialogs state, Sighting s, int endToEnd) {
        Dialog dialog = state.of(s.fromTag(), s.toTag());
        if (dialog == null || !(dialog.state() instanceof Terminated)) {
            return dialog;
        }
        boolean again = dialog.endToEnd() != endToEnd && state.requested(endToEnd) != null;
        return again ? null : dialog;
    }

    /// A peer that was silent about its tag tells it, or there is a new dialog.
    private static DialogEvent met(Dialogs state, Seen seen, Sighting s, int endToEnd) {
        Dialog untagged = s.toTag() == 0 ? null : untagged(state, s.fromTag(), endToEnd);
        if (untagged != null) {
            return new TagLearned(seen, untagged.id(), s.toTag());
        }
        Dialogs.Requested asked = state.requested(endToEnd);
        Method usage = asked == null ? Method.INVITE : asked.usage();
        return new DialogCreated(
                seen, state.size() + 1, endToEnd, usage, s.fromTag(), s.toTag(), asked == null);
    }

    private static @Nullable Dialog untagged(Dialogs state, long callerTag, int endToEnd) {
        Dialog dialog = state.of(callerTag, 0);
        return dialog != null && dialog.isEarly() && dialog.endToEnd() == endToEnd ? dialog : null;
    }

    static List<DialogEvent> last(Dialogs state, FinalSeen e) {
        Sighting s = e.cause().sighting();
        if (!s.method().formsDialog() || state.requested(e.endToEnd()) == null) {
            return withinDialog(state, e, s);
        }
        return s.isSuccess() ? accepted(state, e, s) : refused(state, e, s);
    }

    private static List<DialogEvent> accepted(Dialogs state, FinalSeen e, Sighting s) {
        Dialog dialog = current(state, s, e.endToEnd());
        if (dialog == null) {
            DialogEvent met = met(state, e.cause(), s, e.endToEnd());
            int id = met instanceof TagLearned learned ? learned.dialog() : state.size() + 1;
            return List.of(met, new DialogConfirmed(e.cause(), id, e.endToEnd()));
        }
        return switch (dialog.state()) {
            case Early _ -> List.of(new DialogConfirmed(e.cause(), dialog.id(), e.endToEnd()));
            case Confirmed _ -> List.of();
            // A 2xx wins over whatever was thought of its early dialog (late 2xx, crossing CANCEL).
            case Terminated(_, _, var ever) ->
                    ever
                            ? List.of()
                            : List.of(new DialogConfirmed(e.cause(), dialog.id(), e.endToEnd()));
        };
    }

    private static List<DialogEvent> refused(Dialogs state, FinalSeen e, Sighting s) {
        if (e.atOrigin()) {
            return Endings.earlyOnes(state, e.cause(), e.endToEnd(), s.status());
        }
        Dialog dialog = state.of(s.fromTag(), s.toTag());
        return dialog != null && dialog.isEarly()
                ? List.of(ended(e.cause(), dialog, Endings.why(state, e.endToEnd(), s.status())))
                : List.of();
    }

    private static List<DialogEvent> withinDialog(Dialogs state, FinalSeen e, Sighting s) {
        if (s.toTag() == 0) {
            return List.of();
        }
        Dialog dialog = state.of(s.fromTag(), s.toTag());
        if (dialog == null) {
            boolean answer = s.method() == Method.INVITE && s.isSuccess();
            return answer ? accepted(state, e, s) : List.of();
        }
        return switch (dialog.state()) {
            case Early _ -> whileEarly(state, dialog, e, s);
            case Confirmed _ -> whileConfirmed(dialog, e, s);
            case Terminated _ -> List.of();
        };
    }

    /// The request that made this dialog was not captured, its end is.
    private static List<DialogEvent> whileEarly(
            Dialogs state, Dialog dialog, FinalSeen e, Sighting s) {
        if (s.method() != Method.INVITE || dialog.endToEnd() != e.endToEnd()) {
            return List.of();
        }
        return s.isSuccess()
                ? List.of(new DialogConfirmed(e.cause(), dialog.id(), e.endToEnd()))
                : List.of(ended(e.cause(), dialog, Endings.why(state, e.endToEnd(), s.status())));
    }

    /// RFC 3261 §12.2.1.2 with RFC 5057 §5: which methods' 481 and 408 end the dialog, and not only
    /// the usage or the transaction that they are about.
    private static List<DialogEvent> whileConfirmed(Dialog dialog, FinalSeen e, Sighting s) {
        if (s.method() == Method.BYE && s.isSuccess()) {
            // The BYE itself would have ended it: it was not captured.
            boolean byCaller = s.fromTag() == dialog.callerTag();
            return List.of(
                    new DialogTerminated(e.cause(), dialog.id(), TerminationCause.BYE, byCaller));
        }
        if (s.status() != 481 && s.status() != 408) {
            return List.of();
        }
        boolean fatal =
                switch (s.method()) {
                    case INVITE, UPDATE, BYE, INFO, REFER -> true;
                    case SUBSCRIBE, NOTIFY -> dialog.usage() != Method.INVITE;
                    case ACK, CANCEL, REGISTER, OPTIONS, PRACK, PUBLISH, MESSAGE, OTHER -> false;
                };
        TerminationCause why = s.status() == 481 ? TerminationCause.GONE : TerminationCause.TIMEOUT;
        return fatal ? List.of(ended(e.cause(), dialog, why)) : List.of();
    }

    private static DialogTerminated ended(Seen seen, Dialog dialog, TerminationCause why) {
        return new DialogTerminated(seen, dialog.id(), why, false);
    }
}
