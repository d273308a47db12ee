package io.callogram.analyzer.sip;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;

/// Methods by their bytes; they are case-sensitive (RFC 3261 §7.1).
final class MethodNames {

    private static final Method[] METHODS = named();
    private static final long[] FIRST = new long[METHODS.length];
    private static final int[] LENGTH = new int[METHODS.length];

    static {
        for (int i = 0; i < METHODS.length; i++) {
            byte[] name = METHODS[i].name().getBytes(StandardCharsets.US_ASCII);
            FIRST[i] = Ascii.word(name, 0);
            LENGTH[i] = name.length;
        }
    }

    private MethodNames() {}

    private static Method[] named() {
        return EnumSet.complementOf(EnumSet.of(Method.OTHER)).toArray(Method[]::new);
    }

    static Method find(byte[] bytes, int from, int to) {
        int length = to - from;
        long word = Ascii.word(bytes, from);
        long first = length >= 8 ? word : word & ((1L << (8 * length)) - 1);
        for (int i = 0; i < METHODS.length; i++) {
            if (FIRST[i] == first && LENGTH[i] == length) {
                // SUBSCRIBE alone is longer than one word.
                return length < 9 || bytes[from + 8] == 'E' ? METHODS[i] : Method.OTHER;
            }
        }
        return Method.OTHER;
    }
}
