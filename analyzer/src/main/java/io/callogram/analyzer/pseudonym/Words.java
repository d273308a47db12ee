package io.callogram.analyzer.pseudonym;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Pseudonyms of words: letters become letters and digits digits, so that a pseudonym has the shape
/// and the length of its original. No two short words share one.
final class Words {

    /// Below, a pseudonym keeps the shape of its word and is its word's alone. From here on it is
    /// drawn: a key or a token written in letters must not be known by the places of its digits.
    private static final int LONG = 20;

    private static final int ROUNDS = 4;

    private static final String DECIMAL = "0123456789";
    private static final String HEX = DECIMAL + "abcdef";
    private static final String SMALL = DECIMAL + "abcdefghijklmnopqrstuvwxyz";
    private static final String ALL = SMALL + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final Key key;
    private final Map<String, String> known = new HashMap<>();

    Words(Key key) {
        this.key = key;
    }

    /// The pseudonym of letters and digits. Equal but for capitals means equal but for capitals.
    String of(String word) {
        if (word.length() >= LONG) {
            return secret(word);
        }
        String small = small(word);
        String pseudonym = known.get(small);
        if (pseudonym == null) {
            pseudonym = shuffled(small);
            known.put(small, pseudonym);
        }
        return capitals(pseudonym, word);
    }

    /// Of something whose shape must not show either: drawn anew, from the letters of its kind.
    String secret(String text) {
        String letters = letters(text);
        byte[] drawn = key.stream(text.length() * 2, "secret", text);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int number = (drawn[2 * i] & 0xff) << 8 | drawn[2 * i + 1] & 0xff;
            char c = text.charAt(i);
            out.append(isAscii(c) ? letters.charAt(number % letters.length()) : c);
        }
        return out.toString();
    }

    private static String letters(String text) {
        boolean capital = false;
        boolean small = false;
        boolean beyondHex = false;
        boolean letter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            capital |= c >= 'A' && c <= 'Z';
            small |= c >= 'a' && c <= 'z';
            letter |= (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
            beyondHex |= (c | 0x20) > 'f' && (c | 0x20) <= 'z';
        }
        if (!letter) {
            return DECIMAL;
        }
        if (capital && small) {
            return ALL;
        }
        String some = beyondHex ? SMALL : HEX;
        return capital ? some.toUpperCase(Locale.ROOT) : some;
    }

    static boolean isAscii(char c) {
        return c >= '0' && c <= '9' || (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 0x80;
    }

    static String small(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static String capitals(String pseudonym, String like) {
        StringBuilder out = new StringBuilder(pseudonym);
        for (int i = 0; i < like.length(); i++) {
            if (like.charAt(i) >= 'A' && like.charAt(i) <= 'Z') {
                out.setCharAt(i, (char) (out.charAt(i) - 32));
            }
        }
        return out.toString();
    }

    /// A Feistel network over the characters: each round moves one half by what the key makes of
    /// the other, so that it can be undone and therefore gives no pseudonym twice.
    private String shuffled(String word) {
        char[] chars = word.toCharArray();
        String shape = shape(word);
        int half = chars.length / 2;
        for (int round = 0; round < ROUNDS; round++) {
            boolean first = (round & 1) == 1;
            int from = first ? 0 : half;
            int to = first ? half : chars.length;
            String other =
                    first
                            ? new String(chars, half, chars.length - half)
                            : new String(chars, 0, half);
            byte[] drawn = key.draw("word " + round + ' ' + shape, other);
            for (int i = from; i < to; i++) {
                int by = (drawn[2 * (i - from)] & 0xff) << 8 | drawn[2 * (i - from) + 1] & 0xff;
                chars[i] = moved(chars[i], by);
            }
        }
        return new String(chars);
    }

    /// Hexadecimal digits stay such.
    private static char moved(char c, int by) {
        if (c <= '9') {
            return (char) ('0' + (c - '0' + by) % 10);
        }
        return c <= 'f' ? (char) ('a' + (c - 'a' + by) % 6) : (char) ('g' + (c - 'g' + by) % 20);
    }

    private static String shape(String word) {
        StringBuilder shape = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            shape.append(c <= '9' ? '0' : c <= 'f' ? 'a' : 'g');
        }
        return shape.toString();
    }
}
