package io.callogram.capture.packet;

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
        boolean gap) {}
