package io.callogram.analyzer.dialog;

import io.callogram.analyzer.dialog.DialogEvent.DialogAcknowledged;
import io.callogram.analyzer.dialog.DialogEvent.DialogConfirmed;
import io.callogram.analyzer.dialog.DialogEvent.DialogCreated;
import io.callogram.analyzer.dialog.DialogEvent.DialogRequested;
import io.callogram.analyzer.dialog.DialogEvent.DialogTerminated;
import io.callogram.analyzer.dialog.DialogEvent.TagLearned;
import io.callogram.analyzer.dialog.DialogState.Confirmed;
import io.callogram.analyzer.dialog.DialogState.Early;
import io.callogram.analyzer.dialog.DialogState.Terminated;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.analyzer.transaction.TransactionEvent.SuccessAcknowledged;
import io.callogram.analyzer.transaction.TransactionEvent.TransactionStarted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What requests mean for dialogs.
final class Requests {

    private Requests() {}

    static List<DialogEvent> started(Dialogs state, TransactionStarted e) {
        Sighting s = e.cause().sighting();
        if (s.toTag() == 0) {
            boolean fresh = s.method().formsDialog() && state.requested(e.endToEnd()) == null;
            return fresh
                    ? List.of(new DialogRequested(e.cause(), e.endToEnd(), s.method(), s.fromTag()))
                    : List.of();
        }
        Dialog dialog = state.of(s.fromTag(), s.toTag());
        if (dialog == null) {
            return withoutDialog(state, e.cause(), s);
        }
        return switch (dialog.state()) {
            case Early _ -> whileEarly(dialog, e.cause(), s);
            case Confirmed _ -> whileConfirmed(dialog, e.cause(), s);
            case Terminated _ -> List.of();
        };
    }

    /// A To tag that nobody gave: the NOTIFY that came before its 2xx (RFC 6665 §4.4.1), a peer
    /// that hid its tag before, or a capture that began in the middle.
    private static List<DialogEvent> withoutDialog(Dialogs state, Seen seen, Sighting s) {
        if (s.method() == Method.CANCEL || s.method() == Method.REGISTER) {
            return List.of();
        }
        Dialog untagged = untagged(state, s);
        if (untagged != null) {
            List<DialogEvent> events = new ArrayList<>(2);
            events.add(new TagLearned(seen, untagged.id(), s.toTag()));
            events.addAll(whileEarly(untagged, seen, s));
            return events;
        }
        int id = state.size() + 1;
        Dialogs.Requested asked =
                s.method() == Method.NOTIFY ? state.subscribedBy(s.toTag()) : null;
        List<DialogEvent> events = new ArrayList<>(3);
        if (asked == null) {
            events.add(
                    new DialogCreated(
                            seen, id, 0, usage(s.method()), s.fromTag(), s.toTag(), true));
        } else {
            events.add(
                    new DialogCreated(
                            seen,
                            id,
                            asked.endToEnd(),
                            asked.usage(),
                            s.toTag(),
                            s.fromTag(),
                            false));
        }
        events.add(new DialogConfirmed(seen, id, asked == null ? 0 : asked.endToEnd()));
        if (ends(usage(s.method()), s)) {
            events.add(ending(id, seen, s, asked == null));
        }
        return events;
    }

    private static Method usage(Method method) {
        return method == Method.NOTIFY || method == Method.SUBSCRIBE
                ? Method.SUBSCRIBE
                : Method.INVITE;
    }

    private static @Nullable Dialog untagged(Dialogs state, Sighting s) {
        Dialog dialog = state.of(s.fromTag(), 0);
        return dialog != null && dialog.isEarly() && dialog.callerTag() == s.fromTag()
                ? dialog
                : null;
    }

    /// The caller may end an early dialog by BYE (RFC 3261 §15); the callee must not, but if it
    /// does it is over.
    private static List<DialogEvent> whileEarly(Dialog dialog, Seen seen, Sighting s) {
        if (s.method() == Method.NOTIFY && dialog.usage() != Method.INVITE) {
            DialogEvent confirmed = new DialogConfirmed(seen, dialog.id(), dialog.endToEnd());
            return ends(dialog.usage(), s)
                    ? List.of(confirmed, ending(dialog.id(), seen, s, false))
                    : List.of(confirmed);
        }
        return whileConfirmed(dialog, seen, s);
    }

    private static List<DialogEvent> whileConfirmed(Dialog dialog, Seen seen, Sighting s) {
        return ends(dialog.usage(), s)
                ? List.of(ending(dialog.id(), seen, s, s.fromTag() == dialog.callerTag()))
                : List.of();
    }

    private static boolean ends(Method usage, Sighting s) {
        return s.method() == Method.BYE
                || (s.method() == Method.NOTIFY && usage != Method.INVITE && isLastNotify(s));
    }

    private static boolean isLastNotify(Sighting s) {
        String state = s.first(Mark.SUBSCRIPTION_STATE);
        return state != null && state.regionMatches(true, 0, "terminated", 0, 10);
    }

    private static DialogTerminated ending(int id, Seen seen, Sighting s, boolean byCaller) {
        TerminationCause why =
                s.method() == Method.BYE
                        ? TerminationCause.BYE
                        : TerminationCause.SUBSCRIPTION_TERMINATED;
        return new DialogTerminated(seen, id, why, byCaller);
    }

    /// An ACK on a branch of its own proves that a 2xx came, captured or not.
    static List<DialogEvent> acknowledged(Dialogs state, SuccessAcknowledged e) {
        Sighting s = e.cause().sighting();
        Dialog dialog = state.of(s.fromTag(), s.toTag());
        if (dialog == null) {
            return s.toTag() == 0 ? List.of() : proven(state, e, s);
        }
        return switch (dialog.state()) {
            case Early _ ->
                    List.of(
                            new DialogConfirmed(e.cause(), dialog.id(), dialog.endToEnd()),
                            new DialogAcknowledged(e.cause(), dialog.id()));
            case Confirmed(_, var already) ->
                    already ? List.of() : List.of(new DialogAcknowledged(e.cause(), dialog.id()));
            case Terminated _ -> List.of();
        };
    }

    private static List<DialogEvent> proven(Dialogs state, SuccessAcknowledged e, Sighting s) {
        int id = state.size() + 1;
        boolean unseen = state.requested(e.endToEnd()) == null;
        return List.of(
                new DialogCreated(
                        e.cause(), id, e.endToEnd(), Method.INVITE, s.fromTag(), s.toTag(), unseen),
                new DialogConfirmed(e.cause(), id, e.endToEnd()),
                new DialogAcknowledged(e.cause(), id));
    }
}
