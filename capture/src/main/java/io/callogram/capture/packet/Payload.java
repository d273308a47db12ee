package io.callogram.capture.packet;

import org.jspecify.annotations.Nullable;

/// One application payload: what one datagram carried, or one message framed out of a stream. The
/// bytes are only lent: they are valid until the receiver returns.
///
/// @param time capture time of the packet that completed it, nanoseconds since 1970
/// @param position where its first byte stands in the capture: names it for ever, within its source
/// @param stored where its bytes can be read again: `>= 0` a place in the capture (then equal to
///   `position`), `< 0` the bitwise complement of a place in the reassembly spool
/// @param packet where the (last) packet record that carried it begins in the capture
/// @param hash 64 bits over the bytes, equal for equal bytes
/// @param truncated the capture's snap length cut it
/// @param gap bytes are missing directly before or inside it (a hole in the stream)
/// @param correlation what the HEP agent that reported it says it belongs to, or null
public record Payload(
        long time,
        Endpoint source,
        Endpoint destination,
        Transport transport,
        byte[] bytes,
        int offset,
        int length,
        long position,
        long stored,
        long packet,
        long hash,
        boolean truncated,
        boolean gap,
        @Nullable String correlation) {

    /// A payload that no agent reported.
    public Payload(
            long time,
            Endpoint source,
            Endpoint destination,
            Transport transport,
            byte[] bytes,
            int offset,
            int length,
            long position,
            long stored,
            long packet,
            long hash,
            boolean truncated,
            boolean gap) {
        this(
                time,
                source,
                destination,
                transport,
                bytes,
                offset,
                length,
                position,
                stored,
                packet,
                hash,
                truncated,
                gap,
                null);
    }
}
