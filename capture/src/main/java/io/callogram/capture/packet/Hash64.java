package io.callogram.capture.packet;

/// A fast 64-bit hash over bytes, in the multiply-and-fold manner of wyhash: equal bytes give equal
/// hashes on every machine and in every version of the log, so the constants never change. Not
/// cryptographic: a sender can make two payloads collide, which costs him only his own clarity.
public final class Hash64 {

    private static final long A = 0xa076_1d64_78bd_642fL;
    private static final long B = 0xe703_7ed1_a0b4_28dbL;
    private static final long C = 0x8ebc_6af0_9c88_c6e3L;
    private static final long D = 0x5899_65cc_7537_4cc3L;

    private Hash64() {}

    public static long of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /// Never zero, so that zero can mean "none".
    public static long of(byte[] bytes, int offset, int length) {
        long seed = A ^ length;
        int at = offset;
        int left = length;
        if (left > 48) {
            long second = seed;
            long third = seed;
            while (left > 48) {
                seed = fold(word(bytes, at) ^ B, word(bytes, at + 8) ^ seed);
                second = fold(word(bytes, at + 16) ^ C, word(bytes, at + 24) ^ second);
                third = fold(word(bytes, at + 32) ^ D, word(bytes, at + 40) ^ third);
                at += 48;
                left -= 48;
            }
            seed ^= second ^ Long.rotateLeft(third, 23);
        }
        while (left > 16) {
            seed = fold(word(bytes, at) ^ B, word(bytes, at + 8) ^ seed);
            at += 16;
            left -= 16;
        }
        return finish(seed, low(bytes, at, left), high(bytes, at, left), length);
    }

    /// Mixes two hashes into one, in order: `mix(a, b)` is not `mix(b, a)`.
    public static long mix(long first, long second) {
        return nonZero(fold(first ^ A, Long.rotateLeft(second, 32) ^ B));
    }

    private static long finish(long seed, long low, long high, int length) {
        return nonZero(fold(C ^ length, fold(low ^ B, high ^ seed)));
    }

    private static long low(byte[] bytes, int at, int left) {
        if (left >= 8) {
            return word(bytes, at);
        }
        if (left >= 4) {
            return Bytes.littleInt(bytes, at) & 0xffff_ffffL;
        }
        return left == 0 ? 0 : (bytes[at] & 0xffL) | (bytes[at + left / 2] & 0xffL) << 8;
    }

    private static long high(byte[] bytes, int at, int left) {
        if (left >= 8) {
            return word(bytes, at + left - 8);
        }
        if (left >= 4) {
            return Bytes.littleInt(bytes, at + left - 4) & 0xffff_ffffL;
        }
        return left == 0 ? 0 : bytes[at + left - 1] & 0xffL;
    }

    private static long fold(long left, long right) {
        return (left * right) ^ Math.unsignedMultiplyHigh(left, right);
    }

    private static long nonZero(long hash) {
        return hash == 0 ? A : hash;
    }

    private static long word(byte[] bytes, int at) {
        return Bytes.littleLong(bytes, at);
    }
}
