package io.callogram.analyzer.index.query;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A value with `*` for any run of characters: literal pieces in order. Matching is greedy from the
/// left, which is exact for such patterns and linear but for overlapping repeats.
///
/// @param pieces the literals between the stars, none empty
/// @param fromStart the first piece begins the value
/// @param toEnd the last piece ends the value
public record Glob(List<String> pieces, boolean fromStart, boolean toEnd) {

    /// The whole value.
    public static Glob whole(String value) {
        return new Glob(List.of(value), true, true);
    }

    /// Anywhere in the value.
    public static Glob inside(String value) {
        return new Glob(List.of(value), false, false);
    }

    /// The end of the value.
    public static Glob suffix(String value) {
        return new Glob(List.of(value), false, true);
    }

    /// Anything at all.
    public boolean isAnything() {
        return pieces.isEmpty();
    }

    /// One literal: no star between two letters.
    public boolean isSimple() {
        return pieces.size() == 1;
    }

    /// Exactly one value.
    public boolean isWhole() {
        return isSimple() && fromStart && toEnd;
    }

    /// Ready to be asked of many values.
    public Bytes compile() {
        return new Bytes(
                pieces.stream()
                        .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new),
                fromStart,
                toEnd);
    }

    /// A glob over UTF-8 bytes.
    public static final class Bytes {

        private final byte[][] pieces;
        private final boolean fromStart;
        private final boolean toEnd;

        private Bytes(byte[][] pieces, boolean fromStart, boolean toEnd) {
            this.pieces = pieces;
            this.fromStart = fromStart;
            this.toEnd = toEnd;
        }

        public boolean matches(String value) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            return matches(bytes, 0, bytes.length);
        }

        public boolean matches(byte[] value, int offset, int length) {
            int end = offset + length;
            int at = offset;
            int first = 0;
            int last = pieces.length;
            if (fromStart && first < last) {
                if (!isAt(value, at, end, pieces[first])) {
                    return false;
                }
                at += pieces[first].length;
                first++;
                if (first == last) {
                    return !toEnd || at == end;
                }
            }
            if (toEnd && first < last) {
                last--;
                byte[] tail = pieces[last];
                if (end - tail.length < at || !isAt(value, end - tail.length, end, tail)) {
                    return false;
                }
                end -= tail.length;
            }
            for (int i = first; i < last; i++) {
                at = find(value, at, end, pieces[i]);
                if (at < 0) {
                    return false;
                }
                at += pieces[i].length;
            }
            return true;
        }

        private static boolean isAt(byte[] value, int at, int end, byte[] piece) {
            if (end - at < piece.length) {
                return false;
            }
            for (int i = 0; i < piece.length; i++) {
                if (value[at + i] != piece[i]) {
                    return false;
                }
            }
            return true;
        }

        private static int find(byte[] value, int from, int end, byte[] piece) {
            for (int at = from; at <= end - piece.length; at++) {
                if (isAt(value, at, end, piece)) {
                    return at;
                }
            }
            return -1;
        }
    }
}
