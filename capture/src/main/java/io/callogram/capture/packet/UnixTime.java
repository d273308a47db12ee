package io.callogram.capture.packet;

import java.time.Instant;

/// The clock that packets are stamped by.
public final class UnixTime {

    private UnixTime() {}

    /// Nanoseconds since 1970.
    public static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }
}
