package io.callogram.analyzer.sip;

import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.Transport;
import org.jspecify.annotations.Nullable;

/// Where and when a message was seen.
///
/// @param source which capture, as numbered by whoever opened it
/// @param position where its first byte stands in that capture: its name for ever
/// @param stored where its bytes can be read again (see `Payload.stored`)
/// @param packet where the packet record that completed it begins
/// @param length bytes of the message
/// @param time nanoseconds since 1970
/// @param hash over its bytes: equal for equal bytes
/// @param truncated cut by the snap length, or shorter than its own Content-Length says
/// @param gap bytes missing before or inside it
/// @param correlation what the HEP agent that reported it says it belongs to, or null
public record Where(
        int source,
        long position,
        long stored,
        long packet,
        int length,
        long time,
        Endpoint from,
        Endpoint to,
        Transport transport,
        long hash,
        boolean truncated,
        boolean gap,
        @Nullable String correlation) {

    /// Whether all of the message was captured: what it lacks, it lacks.
    public boolean isWhole() {
        return !truncated && !gap;
    }

    /// The same of a message that turned out to be cut.
    Where cut() {
        return new Where(
                source,
                position,
                stored,
                packet,
                length,
                time,
                from,
                to,
                transport,
                hash,
                true,
                gap,
                correlation);
    }

    /// The same of bytes that were read again.
    public Where again(int there, long hashed) {
        return new Where(
                source,
                position,
                stored,
                packet,
                there,
                time,
                from,
                to,
                transport,
                hashed,
                truncated,
                gap,
                correlation);
    }

    /// Where a message was seen that no agent reported.
    public Where(
            int source,
            long position,
            long stored,
            long packet,
            int length,
            long time,
            Endpoint from,
            Endpoint to,
            Transport transport,
            long hash,
            boolean truncated,
            boolean gap) {
        this(
                source, position, stored, packet, length, time, from, to, transport, hash,
                truncated, gap, null);
    }
}
