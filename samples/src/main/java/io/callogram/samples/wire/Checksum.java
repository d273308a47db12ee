package io.callogram.samples.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The Internet checksum of RFC 1071.
final class Checksum {
    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Checksum() {}

    /// Words may be added in any width, because carries are folded in at the end (RFC 1071 §2).
    static int of(byte[] bytes, int start, int length, long seed) {
        long sum = seed;
        int end = start + (length & ~1);
        int i = start;
        for (; i + 8 <= end; i += 8) {
            long eight = (long) EIGHT.get(bytes, i);
            sum += (eight >>> 32) + (eight & 0xffff_ffffL);
        }
        for (; i < end; i += 2) {
            sum += ((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff);
        }
        if ((length & 1) != 0) {
            sum += (bytes[end] & 0xff) << 8;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return (int) ~sum & 0xffff;
    }

    /// With the pseudo header of RFC 9293 §3.1 and RFC 8200 §8.1, which sum up alike.
    static int transport(Endpoint from, Endpoint to, int protocol, byte[] bytes, int length) {
        int size = from.isV6() ? 16 : 4;
        long seed = (long) protocol + length;
        for (int i = 0; i < size; i += 2) {
            seed += ((from.at(i) & 0xff) << 8) | (from.at(i + 1) & 0xff);
            seed += ((to.at(i) & 0xff) << 8) | (to.at(i + 1) & 0xff);
        }
        return of(bytes, 0, length, seed);
    }
}
