package io.callogram.analyzer.dialog;

import io.callogram.analyzer.dialog.DialogEvent.ByeUnanswered;
import io.callogram.analyzer.dialog.DialogEvent.DialogAcknowledged;
import io.callogram.analyzer.dialog.DialogEvent.DialogConfirmed;
import io.callogram.analyzer.dialog.DialogEvent.DialogCreated;
import io.callogram.analyzer.dialog.DialogEvent.DialogRequested;
import io.callogram.analyzer.dialog.DialogEvent.DialogTerminated;
import io.callogram.analyzer.dialog.DialogEvent.RequestCancelled;
import io.callogram.analyzer.dialog.DialogEvent.TagLearned;
import io.callogram.analyzer.dialog.DialogState.Confirmed;
import io.callogram.analyzer.dialog.DialogState.Early;
import io.callogram.analyzer.dialog.DialogState.Terminated;
import io.callogram.analyzer.event.Machine;
import io.callogram.analyzer.transaction.TransactionEvent;
import io.callogram.analyzer.transaction.TransactionEvent.CopyDropped;
import io.callogram.analyzer.transaction.TransactionEvent.FailureAcknowledged;
import io.callogram.analyzer.transaction.TransactionEvent.FinalSeen;
import io.callogram.analyzer.transaction.TransactionEvent.InviteCancelled;
import io.callogram.analyzer.transaction.TransactionEvent.MessageRepeated;
import io.callogram.analyzer.transaction.TransactionEvent.MessageStray;
import io.callogram.analyzer.transaction.TransactionEvent.ProvisionalSeen;
import io.callogram.analyzer.transaction.TransactionEvent.RequestUnseen;
import io.callogram.analyzer.transaction.TransactionEvent.SuccessAcknowledged;
import io.callogram.analyzer.transaction.TransactionEvent.TimerFired;
import io.callogram.analyzer.transaction.TransactionEvent.TransactionStarted;
import io.callogram.analyzer.transaction.TransactionEvent.TransactionTerminated;
import java.util.List;

/// Dialogs as RFC 3261 §12 draws them, watched from outside: what transactions conclude is what
/// this machine observes.
public final class DialogMachine implements Machine<Dialogs, TransactionEvent, DialogEvent> {

    @Override
    public Dialogs initial() {
        return Dialogs.NONE;
    }

    @Override
    public List<DialogEvent> interpret(Dialogs state, TransactionEvent input) {
        return switch (input) {
            case TransactionStarted e -> Requests.started(state, e);
            case InviteCancelled e ->
                    e.atOrigin() && state.requested(e.inviteEndToEnd()) != null
                            ? List.of(new RequestCancelled(e.cause(), e.inviteEndToEnd()))
                            : List.of();
            case ProvisionalSeen e -> Responses.provisional(state, e);
            case FinalSeen e -> Responses.last(state, e);
            case FailureAcknowledged e ->
                    e.atOrigin() ? Endings.earlyOnes(state, e.cause(), e.endToEnd(), 0) : List.of();
            case SuccessAcknowledged e -> Requests.acknowledged(state, e);
            case TimerFired e -> Endings.unanswered(state, e);
            case TransactionTerminated e -> Endings.forksForgotten(state, e);
            case RequestUnseen _, MessageRepeated _, CopyDropped _, MessageStray _ -> List.of();
        };
    }

    @Override
    public Dialogs evolve(Dialogs state, DialogEvent event) {
        return switch (event) {
            case DialogRequested e -> state.requesting(e.endToEnd(), e.usage(), e.callerTag());
            case RequestCancelled e -> state.cancelling(e.endToEnd());
            case DialogCreated e ->
                    state.adding(
                            new Dialog(
                                    e.dialog(),
                                    e.endToEnd(),
                                    e.usage(),
                                    e.callerTag(),
                                    e.calleeTag(),
                                    e.startUnseen(),
                                    new Early(e.cause())));
            case TagLearned e -> state.replacing(state.byId(e.dialog()).tagged(e.calleeTag()));
            case DialogConfirmed e ->
                    state.replacing(state.byId(e.dialog()).in(new Confirmed(e.cause(), false)));
            case DialogAcknowledged e -> acknowledge(state, state.byId(e.dialog()));
            case DialogTerminated e -> {
                Dialog d = state.byId(e.dialog());
                yield state.replacing(
                        d.in(new Terminated(e.cause(), e.why(), d.state() instanceof Confirmed)));
            }
            case ByeUnanswered e ->
                    state.replacing(
                            state.byId(e.dialog())
                                    .in(
                                            new Terminated(
                                                    e.cause(),
                                                    TerminationCause.BYE_UNANSWERED,
                                                    true)));
        };
    }

    private static Dialogs acknowledge(Dialogs state, Dialog dialog) {
        return dialog.state() instanceof Confirmed(var since, _)
                ? state.replacing(dialog.in(new Confirmed(since, true)))
                : state;
    }
}
