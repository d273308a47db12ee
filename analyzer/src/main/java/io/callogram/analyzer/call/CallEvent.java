package io.callogram.analyzer.call;

import io.callogram.analyzer.dialog.DialogEvent;
import io.callogram.analyzer.dialog.SessionEvent;
import io.callogram.analyzer.transaction.Derived;
import io.callogram.analyzer.transaction.TransactionEvent;
import java.util.Locale;

/// One derived event of a call, for people and programs to read.
///
/// @param message number of the message that caused it; 0 when time did
/// @param time capture time of the observation that caused it
/// @param leg number of the leg
/// @param transaction number of the hop transaction, or 0
/// @param dialog number of the dialog, or 0
/// @param derived the event itself, with numbers as within its Call-ID
public record CallEvent(
        int message, long time, int leg, int transaction, int dialog, Derived derived) {

    /// Past tense, as the machines call it: `DialogConfirmed`.
    public String name() {
        return derived.getClass().getSimpleName();
    }

    /// Slug or number that says more, or empty.
    public String detail() {
        return switch (derived) {
            case TransactionEvent.TimerFired e ->
                    "timer-" + e.timer().name().toLowerCase(Locale.ROOT);
            case TransactionEvent.MessageStray e -> e.slug();
            case DialogEvent.DialogTerminated e -> e.why().slug();
            case DialogEvent.DialogCreated e -> e.startUnseen() ? "start-unseen" : "";
            case LegEvent.LegOpened e -> e.startUnseen() ? "start-unseen" : "";
            case SessionEvent.OfferMade e ->
                    e.cause().sighting().isRequest() ? "in-request" : "in-response";
            default -> "";
        };
    }
}
