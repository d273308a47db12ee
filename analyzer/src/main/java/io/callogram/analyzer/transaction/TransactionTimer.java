package io.callogram.analyzer.transaction;

/// The timers of RFC 3261 §17 whose firing can be seen from outside, all of 64·T1.
public enum TransactionTimer {
    /// No response to an INVITE (§17.1.1.2).
    B,
    /// No final response to another request (§17.1.2.2).
    F,
    /// No ACK for a failure response to an INVITE (§17.2.1).
    H;

    /// 64·T1 in nanoseconds (RFC 3261 table 4).
    public static final long DURATION = 32_000_000_000L;
}
