package io.callogram.analyzer.transaction;

import org.jspecify.annotations.Nullable;

/// Where a hop transaction stands, seen from outside: a state lasts until both its sides have left
/// it, so a completed transaction is remembered for 64·T1 however short its client's own timer is.
public sealed interface TransactionState {

    /// When time alone ends this state.
    long deadline();

    String slug();

    /// INVITE sent, nothing came back (RFC 3261 §17.1.1.2).
    record Calling(long deadline) implements TransactionState {
        @Override
        public String slug() {
            return "calling";
        }
    }

    /// Another request sent, nothing came back (§17.1.2.2).
    record Trying(long deadline) implements TransactionState {
        @Override
        public String slug() {
            return "trying";
        }
    }

    /// A provisional response came. An INVITE may stay here as long as it likes.
    record Proceeding(long deadline) implements TransactionState {
        @Override
        public String slug() {
            return "proceeding";
        }
    }

    /// A final response came: a failure that awaits its ACK, or the end of a request without one.
    record Completed(long deadline, @Nullable TransactionTimer timer) implements TransactionState {
        @Override
        public String slug() {
            return "completed";
        }
    }

    /// An INVITE got its 2xx (RFC 6026 §7.1): more of them may follow.
    record Accepted(long deadline) implements TransactionState {
        @Override
        public String slug() {
            return "accepted";
        }
    }

    /// The failure's ACK came (§17.2.1), or this is the ACK to a 2xx, which awaits nothing.
    record Confirmed(long deadline) implements TransactionState {
        @Override
        public String slug() {
            return "confirmed";
        }
    }
}
