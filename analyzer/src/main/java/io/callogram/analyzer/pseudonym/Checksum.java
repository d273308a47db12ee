package io.callogram.analyzer.pseudonym;

import io.callogram.capture.packet.Bytes;

/// The checksum of IP, UDP and TCP, brought up to date by what has changed (RFC 1624): one that was
/// right is right again, one that was wrong stays wrong, and what was not captured does not matter.
final class Checksum {

    private long difference;

    /// What bytes at an even distance from the beginning have become; both ranges are as long.
    void changed(byte[] before, byte[] after, int from, int to) {
        for (int at = from; at < to; at += 2) {
            difference += word(after, at, to) - word(before, at, to);
        }
    }

    private static int word(byte[] bytes, int at, int to) {
        return (bytes[at] & 0xff) << 8 | (at + 1 < to ? bytes[at + 1] & 0xff : 0);
    }

    /// Updates the field at `at`.
    void update(byte[] bytes, int at) {
        long sum = (~Bytes.u16(bytes, at) & 0xffff) + difference % 0xffff + 0xffff;
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        put(bytes, at, (int) ~sum & 0xffff);
    }

    /// The same for UDP (RFC 768): zero says that there is none.
    void updateUdp(byte[] bytes, int at) {
        if (Bytes.u16(bytes, at) == 0) {
            return;
        }
        update(bytes, at);
        if (Bytes.u16(bytes, at) == 0) {
            put(bytes, at, 0xffff);
        }
    }

    private static void put(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >>> 8);
        bytes[at + 1] = (byte) value;
    }
}
