package io.callogram.capture.hep;

import io.callogram.capture.decode.HepChunk;
import io.callogram.capture.packet.Bytes;
import java.security.MessageDigest;

/// What a listener has to know of a message before it keeps it: whether it is HEP, how long it is,
/// and whether it carries the right key.
final class HepMessages {

    static final int MAGIC = 0x4845_5033;
    static final int HEADER = 6;
    static final int LARGEST = 65_535;

    private static final int CHUNK_HEADER = 6;

    private HepMessages() {}

    static boolean isVersion3(byte[] bytes, int offset, int length) {
        return length >= HEADER
                && Bytes.i32(bytes, offset) == MAGIC
                && Bytes.u16(bytes, offset + 4) >= HEADER
                && Bytes.u16(bytes, offset + 4) <= length;
    }

    /// Version 1 or 2: header length and address family have to agree.
    static boolean isVersion2(byte[] bytes, int offset, int length) {
        if (length < 16 || bytes[offset] < 1 || bytes[offset] > 2) {
            return false;
        }
        int header = bytes[offset + 1];
        int family = bytes[offset + 2];
        return header <= length && (header == 16 && family == 2 || header == 40 && family == 10);
    }

    /// Compares in a time that does not depend on how much of the key is right.
    static boolean carriesKey(byte[] bytes, int offset, int length, byte[] key) {
        int end = offset + Bytes.u16(bytes, offset + 4);
        int at = offset + HEADER;
        byte[] given = {};
        boolean there = false;
        while (at + CHUNK_HEADER <= end && end <= offset + length) {
            int chunk = Bytes.u16(bytes, at + 4);
            if (chunk < CHUNK_HEADER || at + chunk > end) {
                return false;
            }
            if (HepChunk.of(Bytes.i32(bytes, at)) == HepChunk.KEY) {
                given = java.util.Arrays.copyOfRange(bytes, at + CHUNK_HEADER, at + chunk);
                there = true;
            }
            at += chunk;
        }
        return MessageDigest.isEqual(given, key) && there;
    }
}
