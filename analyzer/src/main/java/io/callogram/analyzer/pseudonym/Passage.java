package io.callogram.analyzer.pseudonym;

import java.util.HexFormat;

/// A run of bytes as characters to be replaced one for one: `%41` is the one character that it
/// stands for (RFC 3986 §2.1), so that an escaped name is the name.
final class Passage {

    private final byte[] bytes;
    private final char[] text;
    private final int[] place;
    private final boolean[] escaped;
    private int length;

    Passage(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        text = new char[to - from];
        place = new int[to - from];
        escaped = new boolean[to - from];
        int at = from;
        while (at < to) {
            boolean escape = isEscape(bytes, at, to);
            text[length] =
                    (char)
                            (escape
                                    ? HexFormat.fromHexDigit(bytes[at + 1]) << 4
                                            | HexFormat.fromHexDigit(bytes[at + 2])
                                    : bytes[at] & 0xff);
            place[length] = at;
            escaped[length++] = escape;
            at += escape ? 3 : 1;
        }
    }

    private static boolean isEscape(byte[] bytes, int at, int to) {
        return bytes[at] == '%'
                && at + 2 < to
                && HexFormat.isHexDigit(bytes[at + 1])
                && HexFormat.isHexDigit(bytes[at + 2]);
    }

    int length() {
        return length;
    }

    char at(int i) {
        return text[i];
    }

    /// The character there, 0 behind the end, at an end of line, or when it is only escaped: one
    /// that separates.
    char separator(int i) {
        return i < length && !escaped[i] ? text[i] : 0;
    }

    boolean is(int i, char c) {
        return i < length && text[i] == c;
    }

    String text(int from, int to) {
        return new String(text, from, to - from);
    }

    /// Replaces characters by as many.
    void put(int from, String replacement) {
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            int at = place[from + i];
            text[from + i] = c;
            if (escaped[from + i]) {
                boolean capital = isCapitalHex(bytes[at + 1]) || isCapitalHex(bytes[at + 2]);
                HexFormat hex = capital ? HexFormat.of().withUpperCase() : HexFormat.of();
                String digits = hex.toHexDigits((byte) c);
                bytes[at + 1] = (byte) digits.charAt(0);
                bytes[at + 2] = (byte) digits.charAt(1);
            } else {
                bytes[at] = (byte) c;
            }
        }
    }

    private static boolean isCapitalHex(byte b) {
        return b >= 'A' && b <= 'F';
    }

    int skipBlanks(int from, int to) {
        int at = from;
        while (at < to && text[at] <= ' ') {
            at++;
        }
        return at;
    }

    /// The next of `any` that stands for itself, or `to`.
    int find(String any, int from, int to) {
        int at = from;
        while (at < to && (escaped[at] || any.indexOf(text[at]) < 0)) {
            at++;
        }
        return at;
    }

    /// Where the string that begins behind a quote ends: its closing quote, or `to`.
    int closingQuote(int from, int to) {
        int at = from;
        while (at < to && text[at] != '"') {
            at += text[at] == '\\' ? 2 : 1;
        }
        return Math.min(at, to);
    }
}
