package io.callogram.capture.packet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A fast 64-bit hash over bytes, of the wyhash family: the same on every machine and in every run,
/// so that it may be stored. Never zero, which stands for "absent". Not for secrets.
public final class Hash64 {

    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long A = 0xa0761d6478bd642fL;
    private static final long B = 0xe7037ed1a0b428dbL;
    private static final long C = 0x8ebc6af09c88c6e3L;

    private Hash64() {}

    public static long of(byte[] bytes, int offset, int length) {
        long hash = A ^ length * C;
        int at = offset;
        int end = offset + length;
        for (; at <= end - 16; at += 16) {
            hash = mix((long) WORD.get(bytes, at) ^ B, (long) WORD.get(bytes, at + 8) ^ hash);
        }
        long low = 0;
        if (at <= end - 8) {
            low = (long) WORD.get(bytes, at);
            at += 8;
        }
        long last = length >= 8 ? lastBytes(bytes, at, end) : tail(bytes, at, end);
        return finished(mix(low ^ B, last ^ hash));
    }

    /// Of a text whose characters are single bytes (ISO 8859-1).
    public static long of(String latin1) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        return of(bytes, 0, bytes.length);
    }

    /// Of two hashes in this order.
    public static long of(long first, long second) {
        return finished(mix(first ^ A, second ^ B));
    }

    private static long finished(long hash) {
        long mixed = mix(hash ^ C, A);
        return mixed == 0 ? 1 : mixed;
    }

    private static long mix(long left, long right) {
        return left * right ^ Math.unsignedMultiplyHigh(left, right);
    }

    /// Up to seven bytes before `end`, by one load of the eight bytes before `end`.
    private static long lastBytes(byte[] bytes, int at, int end) {
        return at == end ? 0 : (long) WORD.get(bytes, end - 8) >>> 64 - 8 * (end - at);
    }

    private static long tail(byte[] bytes, int at, int end) {
        long word = 0;
        for (int i = end - 1; i >= at; i--) {
            word = word << 8 | bytes[i] & 0xff;
        }
        return word;
    }
}
