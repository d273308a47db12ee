package io.callogram.analyzer.pipeline;

import java.time.Duration;

/// Thresholds of grouping. Times are capture time in nanoseconds.
///
/// @param duplicate two sightings of the same bytes this close are one message captured twice
/// @param linger how long a group stays open after its dialogs ended (64·T1, RFC 3261 §17)
/// @param pending how long a group waits for the answer to a request (64·T1 + linger)
/// @param ringing how long a group waits after a provisional response (RFC 3261 Timer C and some)
/// @param binding how long a group of registrations waits for the next one before it is folded
/// @param lasting how long a dialog may be silent
/// @param messagesPerGroup messages kept of one Call-ID; more are counted
/// @param liveMessages messages kept of all open groups; above, the longest silent group closes
/// @param atHand bytes of messages that need not be read again when their groups are folded
/// @param batch closed messages that are folded together
public record Limits(
        long duplicate,
        long linger,
        long pending,
        long ringing,
        long binding,
        long lasting,
        int messagesPerGroup,
        int liveMessages,
        long atHand,
        int batch) {

    /// Of the memory there is, what may be at hand.
    private static final long AT_HAND =
            Math.clamp(Runtime.getRuntime().maxMemory() / 12, 16 << 20, 256 << 20);

    public static Limits standard() {
        return new Limits(
                Duration.ofMillis(20).toNanos(),
                Duration.ofSeconds(32).toNanos(),
                Duration.ofSeconds(64).toNanos(),
                Duration.ofMinutes(5).toNanos(),
                Duration.ofMinutes(5).toNanos(),
                Duration.ofHours(4).toNanos(),
                2_000,
                3_000_000,
                AT_HAND,
                5_000);
    }
}
