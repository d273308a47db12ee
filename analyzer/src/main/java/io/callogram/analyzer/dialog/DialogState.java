package io.callogram.analyzer.dialog;

import io.callogram.analyzer.transaction.Observation;
import io.callogram.analyzer.transaction.Seen;

/// RFC 3261 §12.
public sealed interface DialogState {

    record Early(Seen since) implements DialogState {}

    record Confirmed(Seen since, boolean acknowledged) implements DialogState {}

    /// @param ever it was confirmed before
    record Terminated(Observation since, TerminationCause why, boolean ever)
            implements DialogState {}
}
