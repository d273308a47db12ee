package io.callogram.capture.reassembly;

/// Bytes that came in one packet and belong at `offset` of a datagram or stream.
///
/// @param wire how many bytes the packet had on the wire: more than `bytes` when the capture's snap
///   length cut it
/// @param position where `bytes[0]` stands in the capture
/// @param inPlace whether `bytes` stand there in one piece
/// @param record where the packet's record begins in the capture
/// @param time capture time of the packet
record Part(
        long offset,
        int wire,
        byte[] bytes,
        long position,
        boolean inPlace,
        long record,
        long time) {

    long end() {
        return offset + wire;
    }
}
