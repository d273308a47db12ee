package io.callogram.capture.reassembly;

import java.util.Arrays;

/// The packet that is being taken in: where its bytes are lent from, and where they stand for good.
/// Reused for every packet.
final class Arrival {

    byte[] bytes = new byte[0];
    int offset;
    int length;

    /// Bytes cut off by the snap length.
    int missing;

    long position;
    boolean inPlace;
    long record;
    long time;

    /// How many captured packets it took to carry these bytes: more than one behind fragments.
    long packets;

    /// Forgets the first `count` bytes: they have been seen before.
    void skip(int count) {
        int there = Math.min(count, length);
        offset += there;
        position += there;
        length -= there;
        missing -= count - there;
    }

    /// A run of the arrived bytes, copied: `from` counts from the first arrived byte.
    Part part(long at, int from, int wire) {
        int there = Math.clamp(length - from, 0, wire);
        byte[] copy = Arrays.copyOfRange(bytes, offset + from, offset + from + there);
        return new Part(at, wire, copy, position + from, inPlace, record, time);
    }
}
