package io.callogram.analyzer.call;

import io.callogram.analyzer.transaction.Derived;
import io.callogram.analyzer.transaction.Seen;

/// Which leg a request belongs to. Numbers count from 1 within one Call-ID.
public sealed interface LegEvent extends Derived {

    int leg();

    int endToEnd();

    /// @param startUnseen a request within a dialog whose beginning was not captured
    record LegOpened(Seen cause, int leg, int endToEnd, boolean startUnseen) implements LegEvent {}

    /// The initial request again, after a challenge, a redirection or a refusal that asks for a
    /// change (RFC 3261 §8.1.3.5), or the next registration of the same binding.
    record LegContinued(Seen cause, int leg, int endToEnd) implements LegEvent {}

    /// A request within the leg's dialogs, or the CANCEL of its initial request.
    record LegJoined(Seen cause, int leg, int endToEnd) implements LegEvent {}

    /// The final response to the leg's initial request, as its sender got it.
    record LegConcluded(Seen cause, int leg, int endToEnd) implements LegEvent {}
}
