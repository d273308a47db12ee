package io.callogram.analyzer.call.moment;

import io.callogram.analyzer.call.CallEvent;

/// A state that something is in from some event on.
///
/// @param number which one: of the leg, of the dialog (for media too), of the transaction; 0 for
///   the call
/// @param state as `Subject` lists them
/// @param detail slug that says more: why a dialog ended, the status code that moved a transaction,
///   `early`, `talk` or `hold` for media; or empty
/// @param cause the event that made it so
public record Standing(Subject subject, int number, String state, String detail, CallEvent cause) {

    boolean isOf(Subject subject, int number) {
        return this.subject == subject && this.number == number;
    }
}
