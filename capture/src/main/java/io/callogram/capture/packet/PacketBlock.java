package io.callogram.capture.packet;

/// A run of whole packet records read in one go, so that blocks can be decoded in parallel.
///
/// @param bytes holds the records; `bytes[0]` stands at `base` in the capture
/// @param count how many packets
/// @param record place of each record's header in the capture
/// @param start index in `bytes` of each packet's first captured byte
/// @param captured captured length of each packet
/// @param original length of each packet on the wire
/// @param time capture time of each packet, nanoseconds since 1970
/// @param link link type (LINKTYPE_…) of each packet
public record PacketBlock(
        byte[] bytes,
        long base,
        int count,
        long[] record,
        int[] start,
        int[] captured,
        int[] original,
        long[] time,
        int[] link) {}
