package io.callogram.analyzer.transaction;

/// What a machine may observe: something seen, or that capture time has passed.
public sealed interface Observation permits Seen, TimePassed {

    /// Capture time, nanoseconds since 1970.
    long time();
}
