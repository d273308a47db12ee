package io.callogram.analyzer.call.moment;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallEvent;
import io.callogram.analyzer.call.LegEvent;
import io.callogram.analyzer.dialog.DialogEvent;
import io.callogram.analyzer.dialog.DialogEvent.ByeUnanswered;
import io.callogram.analyzer.dialog.DialogEvent.DialogAcknowledged;
import io.callogram.analyzer.dialog.DialogEvent.DialogConfirmed;
import io.callogram.analyzer.dialog.DialogEvent.DialogCreated;
import io.callogram.analyzer.dialog.DialogEvent.DialogRequested;
import io.callogram.analyzer.dialog.DialogEvent.DialogTerminated;
import io.callogram.analyzer.dialog.DialogEvent.RequestCancelled;
import io.callogram.analyzer.dialog.DialogEvent.TagLearned;
import io.callogram.analyzer.dialog.SessionEvent;
import io.callogram.analyzer.dialog.TerminationCause;
import io.callogram.analyzer.transaction.TransactionEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every change of state in a call, in the order of the events that caused them.
public final class Changes {

    private final Call call;
    private final List<Standing> changes = new ArrayList<>();
    private final TransactionStates transactions;
    private final Audio audio;
    private final Conversation conversation;

    private Changes(Call call) {
        this.call = call;
        this.transactions = new TransactionStates(call.legs().size());
        this.audio = new Audio(call.periods());
        this.conversation = new Conversation(call);
    }

    public static List<Standing> of(Call call) {
        Changes fold = new Changes(call);
        for (CallEvent event : call.events()) {
            fold.see(event);
        }
        return fold.changes;
    }

    private void see(CallEvent event) {
        switch (event.derived()) {
            case TransactionEvent e -> add(transactions.changed(event, e));
            case LegEvent e -> add(leg(event, e));
            case DialogEvent e -> {
                add(dialog(event, e));
                add(audio.changed(event));
            }
            case SessionEvent _ -> add(audio.changed(event));
            default -> {}
        }
    }

    /// The call as a whole follows from its parts.
    private void add(@Nullable Standing change) {
        if (change == null) {
            return;
        }
        changes.add(change);
        Standing whole = conversation.after(change);
        if (whole != null) {
            changes.add(whole);
        }
    }

    private static @Nullable Standing leg(CallEvent event, LegEvent e) {
        return switch (e) {
            case LegEvent.LegOpened _, LegEvent.LegContinued _ ->
                    new Standing(Subject.LEG, event.leg(), "calling", "", event);
            case LegEvent.LegConcluded concluded -> {
                int status = concluded.cause().sighting().status();
                String detail = status == 0 ? "" : String.valueOf(status);
                yield new Standing(Subject.LEG, event.leg(), "concluded", detail, event);
            }
            case LegEvent.LegJoined _ -> null;
        };
    }

    private @Nullable Standing dialog(CallEvent event, DialogEvent e) {
        if (event.dialog() == 0) {
            return null;
        }
        return switch (e) {
            case DialogCreated created -> {
                String state = created.startUnseen() ? "confirmed" : "early";
                yield dialog(event, state, created.startUnseen() ? "start-unseen" : "");
            }
            case DialogConfirmed _ -> dialog(event, "confirmed", "");
            case DialogTerminated ended -> dialog(event, "terminated", why(event, ended.why()));
            case ByeUnanswered _ ->
                    dialog(event, "terminated", TerminationCause.BYE_UNANSWERED.slug());
            case DialogRequested _, TagLearned _, DialogAcknowledged _, RequestCancelled _ -> null;
        };
    }

    private static Standing dialog(CallEvent event, String state, String detail) {
        return new Standing(Subject.DIALOG, event.dialog(), state, detail, event);
    }

    /// Only other legs can tell that a dialog was replaced (RFC 3891 §3): the call knows.
    private String why(CallEvent event, TerminationCause why) {
        var dialog = call.dialogs().get(event.dialog() - 1);
        boolean last = dialog.ended() == event.message() && dialog.cause() != null;
        return last && dialog.cause() != null ? dialog.cause() : why.slug();
    }
}
