package io.callogram.analyzer.pseudonym;

import io.callogram.capture.packet.IpAddress;
import java.nio.charset.StandardCharsets;

/// Replaces the words, numbers and addresses of a passage one by one; what stands between them
/// stays. The same characters are replaced by the same ones wherever they stand, so that a Call-ID
/// is also found in a Replaces, and a host in a Via.
final class Tokens {

    private static final String COOKIE = "z9hg4bk";

    private final Pseudonyms pseudonyms;
    private final Passage passage;

    Tokens(Pseudonyms pseudonyms, Passage passage) {
        this.pseudonyms = pseudonyms;
        this.passage = passage;
    }

    /// @param names whether the words name somebody or something
    void replace(int from, int to, boolean names) {
        int at = from;
        while (at < to) {
            at = one(at, to, names);
        }
    }

    /// What begins there, if anything does; where to go on.
    int one(int at, int to, boolean names) {
        char c = passage.at(at);
        if (c >= 0x80) {
            return high(at, to, names);
        }
        if (!isWord(c) && c != ':') {
            return at + 1;
        }
        int behind = address(at, to);
        if (behind > at) {
            return behind;
        }
        return c == ':' ? at + 1 : word(at, to, names);
    }

    static boolean isWord(char c) {
        return Words.isAscii(c);
    }

    int wordEnd(int from, int to) {
        int at = from;
        while (at < to && isWord(passage.at(at))) {
            at++;
        }
        return at;
    }

    private int word(int at, int to, boolean names) {
        int end = wordEnd(at, to);
        String word = passage.text(at, end);
        if (Vocabulary.isNobody(word)) {
            return end;
        }
        if (word.regionMatches(true, 0, COOKIE, 0, COOKIE.length())) {
            return end == at + COOKIE.length() ? end : word(at + COOKIE.length(), end, names);
        }
        String part = Vocabulary.serverPart(word);
        if (!part.isEmpty()) {
            int known = at + Words.small(word).indexOf(part);
            plain(at, known, names);
            plain(known + part.length(), end, names);
            return end;
        }
        plain(at, end, names);
        return end;
    }

    private void plain(int from, int to, boolean names) {
        if (from < to) {
            passage.put(from, pseudonyms.word(passage.text(from, to), names));
        }
    }

    /// An IP address that stands there, replaced; `at` when none does.
    private int address(int at, int to) {
        if (at > 0 && (isWord(passage.at(at - 1)) || passage.at(at - 1) == '.')) {
            return at;
        }
        int colons = 0;
        int end = at;
        while (end < to && isInAddress(passage.at(end))) {
            colons += passage.at(end++) == ':' ? 1 : 0;
        }
        if (colons >= 2 && (end == to || !isWord(passage.at(end)))) {
            String replaced = AddressText.v6(passage.text(at, end), pseudonyms);
            if (replaced != null) {
                passage.put(at, replaced);
                return end;
            }
        }
        return v4(at, to);
    }

    private static boolean isInAddress(char c) {
        return c == ':'
                || c == '.'
                || c <= '9' && c >= '0'
                || (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
    }

    private int v4(int at, int to) {
        int end = at;
        while (end < to && (passage.at(end) == '.' || Character.digit(passage.at(end), 10) >= 0)) {
            end++;
        }
        boolean sentence = end > at && passage.at(end - 1) == '.';
        int stop = sentence ? end - 1 : end;
        IpAddress address = stop - at < 7 ? null : AddressText.v4(passage.text(at, stop));
        if (address == null || (end < to && isWord(passage.at(end)))) {
            return at;
        }
        passage.put(at, pseudonyms.v4((int) address.low()));
        return stop;
    }

    /// Digits with whatever separates them are one number: `+49 (30) 123-45`.
    void number(int from, int to) {
        int first = from;
        // A feature code names a service: *21*…, #31#….
        if (from < to && isStar(passage.at(from))) {
            while (first < to && isStar(passage.at(first))) {
                first++;
            }
            int code = wordEnd(first, to);
            first = code - first <= 3 && first - from == 1 ? code : first;
        }
        StringBuilder digits = new StringBuilder();
        for (int i = first; i < to; i++) {
            if (isDigit(passage.at(i))) {
                digits.append(passage.at(i));
            }
        }
        String original = digits.toString();
        if (original.isEmpty()) {
            return;
        }
        String pseudonym = pseudonyms.numbers.of(original);
        pseudonyms.note(original, pseudonym);
        int next = 0;
        for (int i = first; i < to; i++) {
            if (isDigit(passage.at(i))) {
                passage.put(i, pseudonym.substring(next, next + 1));
                next++;
            }
        }
    }

    /// Whether there is nothing but the digits of a number and what separates them.
    boolean isNumber(int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            char c = passage.at(i);
            digits += isDigit(c) ? 1 : 0;
            if (!isDigit(c) && "+-.() *#".indexOf(c) < 0) {
                return false;
            }
        }
        return digits > 0;
    }

    private static boolean isStar(char c) {
        return c == '*' || c == '#';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Characters beyond ASCII become others of as many bytes.
    private int high(int at, int to, boolean names) {
        int end = at;
        while (end < to && passage.at(end) >= 0x80) {
            end++;
        }
        String raw = passage.text(at, end);
        byte[] foreign = Foreign.replaced(raw.getBytes(StandardCharsets.ISO_8859_1), pseudonyms);
        String replaced = new String(foreign, StandardCharsets.ISO_8859_1);
        passage.put(at, replaced);
        if (names) {
            pseudonyms.note(raw, replaced);
        }
        return end;
    }
}
