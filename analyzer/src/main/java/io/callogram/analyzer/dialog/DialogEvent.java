package io.callogram.analyzer.dialog;

import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.transaction.Derived;
import io.callogram.analyzer.transaction.Observation;
import io.callogram.analyzer.transaction.Seen;

/// What is concluded about dialogs. Numbers count from 1 within one Call-ID; tags are hashes, the
/// caller being whoever sent the request that made the dialog.
public sealed interface DialogEvent extends Derived {

    /// A request that may create dialogs began (RFC 3261 §12.1, RFC 6665 §4.1, RFC 3515 §2.4).
    record DialogRequested(Seen cause, int endToEnd, Method usage, long callerTag)
            implements DialogEvent {}

    /// By a 101–199 or 2xx. An unseen start: the capture began in the middle of it.
    record DialogCreated(
            Seen cause,
            int dialog,
            int endToEnd,
            Method usage,
            long callerTag,
            long calleeTag,
            boolean startUnseen)
            implements DialogEvent {}

    /// The peer that sent no tag in its provisional response has one after all.
    record TagLearned(Seen cause, int dialog, long calleeTag) implements DialogEvent {}

    record DialogConfirmed(Seen cause, int dialog, int endToEnd) implements DialogEvent {}

    /// The ACK for its 2xx.
    record DialogAcknowledged(Seen cause, int dialog) implements DialogEvent {}

    /// A CANCEL from whoever made the request: what ends it hereafter was cancelled.
    record RequestCancelled(Seen cause, int endToEnd) implements DialogEvent {}

    /// @param byCaller a BYE came from the caller's side
    record DialogTerminated(Observation cause, int dialog, TerminationCause why, boolean byCaller)
            implements DialogEvent {}

    /// A BYE that nobody answered.
    record ByeUnanswered(Observation cause, int dialog) implements DialogEvent {}
}
