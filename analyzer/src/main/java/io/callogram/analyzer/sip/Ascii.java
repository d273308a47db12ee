package io.callogram.analyzer.sip;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Bytes as the grammar of RFC 3261 §25.1 names them, read in place, eight at a time where it pays.
public final class Ascii {

    static final long ONES = 0x0101010101010101L;
    static final long HIGHS = 0x8080808080808080L;
    static final long FOLD = 0x2020202020202020L;

    private static final char REPLACEMENT = '\uFFFD';
    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long TOKEN_LOW = bits("-.!%*+'0123456789", 0);
    private static final long TOKEN_HIGH =
            bits("_`~ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 64);

    private Ascii() {}

    private static long bits(String characters, int base) {
        long bits = 0;
        for (int i = 0; i < characters.length(); i++) {
            bits |= 1L << (characters.charAt(i) - base);
        }
        return bits;
    }

    /// The eight bytes from there, the first one lowest; zeros beyond the end of the array.
    static long word(byte[] bytes, int at) {
        return at + 8 <= bytes.length ? (long) WORD.get(bytes, at) : lastWord(bytes, at);
    }

    private static long lastWord(byte[] bytes, int at) {
        long word = 0;
        for (int i = bytes.length - 1; i >= at; i--) {
            word = (word << 8) | (bytes[i] & 0xff);
        }
        return word;
    }

    static boolean isToken(byte c) {
        return c > 0 && ((c < 64 ? TOKEN_LOW >>> c : TOKEN_HIGH >>> (c - 64)) & 1) != 0;
    }

    static boolean isToken(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isToken(bytes[i])) {
                return false;
            }
        }
        return from < to;
    }

    static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }

    static byte lower(byte c) {
        return c >= 'A' && c <= 'Z' ? (byte) (c | 0x20) : c;
    }

    /// First place at or after `from` that holds no blank; `to` when there is none.
    public static int skipBlanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    /// Behind the last byte before `to` that is no blank.
    public static int trimEnd(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && isBlank(bytes[end - 1])) {
            end--;
        }
        return end;
    }

    public static int indexOf(byte[] bytes, int from, int to, char wanted) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /// Whether the bytes are this lower-case text, in any case.
    public static boolean is(byte[] bytes, int from, int to, String lower) {
        return to - from == lower.length() && starts(bytes, from, to, lower);
    }

    public static boolean starts(byte[] bytes, int from, int to, String lower) {
        if (to - from < lower.length()) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            if (lower(bytes[from + i]) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Digits only, as a number; -1 when there is anything else or nothing, `Long.MAX_VALUE` when
    /// the number has more than 18 digits.
    public static long decimal(byte[] bytes, int from, int to) {
        if (from >= to) {
            return -1;
        }
        long number = 0;
        boolean huge = false;
        for (int i = from; i < to; i++) {
            if (!isDigit(bytes[i])) {
                return -1;
            }
            huge |= number >= 100_000_000_000_000_000L;
            number = huge ? number : number * 10 + (bytes[i] - '0');
        }
        return huge ? Long.MAX_VALUE : number;
    }

    /// Text for people: UTF-8 where it is that (RFC 3261 §7), else one character a byte.
    public static String text(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return wideText(bytes, from, to);
            }
        }
        return from < to ? new String(bytes, from, to - from, StandardCharsets.ISO_8859_1) : "";
    }

    private static String wideText(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        // What is no UTF-8 leaves a mark behind, which may also have been written.
        return text.indexOf(REPLACEMENT) < 0 || isUtf8(bytes, from, to)
                ? text
                : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static boolean isUtf8(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
