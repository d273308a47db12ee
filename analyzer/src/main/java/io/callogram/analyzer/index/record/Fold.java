package io.callogram.analyzer.index.record;

import java.nio.charset.StandardCharsets;

/// Values as they are compared: letter by letter in lower case, and never longer than a term may
/// be.
public final class Fold {

    /// A longer value is kept by its beginning and a hash of the rest.
    public static final int LONGEST = 1024;

    private static final int KEPT = 900;

    private Fold() {}

    /// Lower case code point by code point (context would make a part of a value fold differently
    /// than the whole); lone surrogates and controls become U+FFFD.
    public static String fold(String value) {
        return isFolded(value) ? value : foldEach(value);
    }

    private static boolean isFolded(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static String foldEach(String value) {
        StringBuilder folded = new StringBuilder(value.length());
        int i = 0;
        while (i < value.length()) {
            int point = value.codePointAt(i);
            i += Character.charCount(point);
            boolean unreadable =
                    point < ' '
                            || (point >= Character.MIN_SURROGATE
                                    && point <= Character.MAX_SURROGATE);
            folded.appendCodePoint(unreadable ? 0xfffd : Character.toLowerCase(point));
        }
        return folded.toString();
    }

    /// The folded value as it is stored and looked up.
    public static String term(String value) {
        String folded = fold(value);
        if (folded.length() <= LONGEST / 4) {
            return folded;
        }
        byte[] bytes = folded.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return folded;
        }
        int cut = Math.min(KEPT / 4, folded.length());
        if (Character.isHighSurrogate(folded.charAt(cut - 1))) {
            cut--;
        }
        return folded.substring(0, cut) + "~" + Long.toHexString(hash(bytes));
    }

    /// FNV-1a, 64 bits.
    private static long hash(byte[] bytes) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : bytes) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}
