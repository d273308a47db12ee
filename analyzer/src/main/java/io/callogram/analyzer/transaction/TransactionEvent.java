package io.callogram.analyzer.transaction;

/// What is concluded about hop transactions. Numbers count from 1 within one Call-ID.
public sealed interface TransactionEvent extends Derived {

    /// Number of the hop transaction, 0 for a stray message.
    int transaction();

    /// A request that matches no known hop transaction.
    ///
    /// @param endToEnd equal on every hop of one request
    /// @param upstream hop transaction that this one forwards, 0 at the request's origin
    record TransactionStarted(Seen cause, int transaction, int endToEnd, int upstream)
            implements TransactionEvent {}

    /// A response whose request was not captured.
    record RequestUnseen(Seen cause, int transaction, int endToEnd, int upstream)
            implements TransactionEvent {}

    /// @param atOrigin on the hop next to whoever made the request, as far as was captured
    record ProvisionalSeen(Seen cause, int transaction, int endToEnd, boolean atOrigin)
            implements TransactionEvent {}

    /// The final response, or a further 2xx of a fork (RFC 3261 §13.2.2.4).
    record FinalSeen(Seen cause, int transaction, int endToEnd, boolean atOrigin)
            implements TransactionEvent {}

    /// The ACK to a 300–699 belongs to the INVITE's transaction (§17.1.1.3). When the failure
    /// itself was not captured, this ACK is its only trace.
    record FailureAcknowledged(Seen cause, int transaction, int endToEnd, boolean atOrigin)
            implements TransactionEvent {}

    /// The ACK to a 2xx is a transaction of its own without a response (§17), matched by tags and
    /// CSeq.
    ///
    /// @param endToEnd the INVITE's
    record SuccessAcknowledged(Seen cause, int transaction, int endToEnd, int upstream)
            implements TransactionEvent {}

    /// A CANCEL, itself a transaction, names the INVITE on its hop (§9.1).
    record InviteCancelled(
            Seen cause, int transaction, int invite, int inviteEndToEnd, boolean atOrigin)
            implements TransactionEvent {}

    /// @param first the message that this one repeats
    record MessageRepeated(Seen cause, int transaction, Seen first) implements TransactionEvent {}

    /// The same packet captured twice, not sent twice.
    record CopyDropped(Seen cause, int transaction, Seen first) implements TransactionEvent {}

    /// @param due when it fired; its cause is the first observation after that
    /// @param first what waited in vain for an answer
    record TimerFired(
            Observation cause,
            int transaction,
            int endToEnd,
            boolean atOrigin,
            TransactionTimer timer,
            long due,
            Seen first)
            implements TransactionEvent {}

    record TransactionTerminated(Observation cause, int transaction, int endToEnd, boolean atOrigin)
            implements TransactionEvent {}

    /// @param slug why it belongs to no transaction
    record MessageStray(Seen cause, String slug) implements TransactionEvent {
        @Override
        public int transaction() {
            return 0;
        }
    }
}
