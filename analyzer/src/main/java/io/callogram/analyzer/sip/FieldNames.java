package io.callogram.analyzer.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the field that a header name means, in any case and in compact form. Names are compared as
/// words of eight bytes: one look-up and two or three comparisons for a name.
final class FieldNames {

    /// Header fields in which B2BUAs carry another leg's identity; `*` ends a prefix.
    static final List<String> VENDOR =
            List.of(
                    "X-CID",
                    "X-Call-ID",
                    "X-CallID",
                    "X-Original-Call-ID",
                    "X-Correlation-ID",
                    "X-UCID",
                    "Cisco-Guid",
                    "Av-Global-Session-ID",
                    "X-BroadWorks-Correlation-Info",
                    "X-Genesys-CallUUID",
                    "X-FS-*",
                    "P-DCS-*",
                    "Global-Call-ID",
                    "User-to-User");

    static final FieldNames DEFAULT = new FieldNames(VENDOR);

    private static final int WORDS = 4;
    private static final int SIZE = 1024;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final @Nullable Field[] fields = new Field[SIZE];
    private final int[] lengths = new int[SIZE];
    private final long[] words = new long[SIZE * WORDS];
    private final Field[] compact = new Field[128];
    private final String[] prefixes;

    FieldNames(List<String> vendor) {
        Arrays.fill(compact, Field.OTHER);
        for (Field field : Field.values()) {
            if (field != Field.OTHER && field != Field.VENDOR) {
                add(field.canonical, field);
            }
            if (field.compact != 0) {
                compact[field.compact] = field;
                compact[field.compact - 32] = field;
            }
        }
        List<String> beginnings = new ArrayList<>();
        for (String name : vendor) {
            if (name.endsWith("*")) {
                beginnings.add(name.substring(0, name.length() - 1).toLowerCase(Locale.ROOT));
            } else {
                add(name, Field.VENDOR);
            }
        }
        prefixes = beginnings.toArray(String[]::new);
    }

    private void add(String name, Field field) {
        byte[] bytes = name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1);
        int length = bytes.length;
        if (length < 2 || length > 8 * WORDS) {
            throw new IllegalArgumentException("Not a header name to be found: " + name);
        }
        long[] own = new long[WORDS];
        for (int i = 0; i < WORDS && 8 * i < length; i++) {
            own[i] = folded(Ascii.word(bytes, 8 * i), length - 8 * i);
        }
        int slot = slot(own[0], own[(length - 1) >> 3], length);
        while (fields[slot] != null) {
            slot = (slot + 1) & (SIZE - 1);
        }
        fields[slot] = field;
        lengths[slot] = length;
        System.arraycopy(own, 0, words, slot * WORDS, WORDS);
    }

    Field find(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 1) {
            return bytes[from] > 0 ? compact[bytes[from]] : Field.OTHER;
        }
        if (length < 2 || length > 8 * WORDS) {
            return Field.OTHER;
        }
        int last = (length - 1) >> 3;
        long first = folded(Ascii.word(bytes, from), length);
        long end =
                last == 0 ? first : folded(Ascii.word(bytes, from + 8 * last), length - 8 * last);
        int slot = slot(first, end, length);
        for (Field field = fields[slot]; field != null; field = fields[slot]) {
            if (lengths[slot] == length && same(bytes, from, slot * WORDS, last, first, end)) {
                return field;
            }
            slot = (slot + 1) & (SIZE - 1);
        }
        return prefixes.length > 0 ? byPrefix(bytes, from, to) : Field.OTHER;
    }

    private boolean same(byte[] bytes, int from, int base, int last, long first, long end) {
        if (words[base] != first || words[base + last] != end) {
            return false;
        }
        for (int i = 1; i < last; i++) {
            if (words[base + i] != folded(Ascii.word(bytes, from + 8 * i), 8)) {
                return false;
            }
        }
        return true;
    }

    private Field byPrefix(byte[] bytes, int from, int to) {
        for (String prefix : prefixes) {
            if (Ascii.starts(bytes, from, to, prefix)) {
                return Field.VENDOR;
            }
        }
        return Field.OTHER;
    }

    private static int slot(long first, long last, int length) {
        return (int) (((first ^ (last * SPREAD) ^ length) * SPREAD) >>> 54);
    }

    /// Lower case, and zeros behind the name. Setting the bit 0x20 keeps `-` and takes no other
    /// token character to a letter or `-`, and the scanner has taken CR, which it would take to
    /// `-`, as a line end.
    private static long folded(long word, int length) {
        long lower = word | Ascii.FOLD;
        return length >= 8 ? lower : lower & ((1L << (8 * length)) - 1);
    }
}
