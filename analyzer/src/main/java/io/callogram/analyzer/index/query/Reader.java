package io.callogram.analyzer.index.query;

import io.callogram.analyzer.index.record.Fold;
import java.util.ArrayList;
import java.util.List;

/// The characters of a query: spaces, words with their escapes and stars, quoted phrases. Walks
/// forward only.
final class Reader {

    /// Stands for an unescaped `*` in a word that was read.
    static final char STAR = '\0';

    /// Longest word that is looked for inside values.
    static final int LONGEST_WORD = 256;

    private static final int MOST_PIECES = 9;

    private final String text;
    private int at;

    Reader(String text) {
        this.text = text.replace(STAR, '\ufffd');
    }

    int column() {
        return at + 1;
    }

    int at() {
        return at;
    }

    void back(int to) {
        at = to;
    }

    void skipSpaces() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    boolean isEnd() {
        skipSpaces();
        return at >= text.length();
    }

    /// The next character, or 0 at the end.
    char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    boolean take(char c) {
        skipSpaces();
        if (peek() == c) {
            at++;
            return true;
        }
        return false;
    }

    /// Takes a keyword that stands alone, in any case.
    boolean takeWord(String word) {
        skipSpaces();
        int end = at + word.length();
        if (!text.regionMatches(true, at, word, 0, word.length())) {
            return false;
        }
        if (end < text.length() && !isSpace(text.charAt(end)) && text.charAt(end) != '(') {
            return false;
        }
        at = end;
        return true;
    }

    /// Takes a sign wherever it stands.
    boolean takeSign(String sign) {
        if (text.startsWith(sign, at)) {
            at += sign.length();
            return true;
        }
        return false;
    }

    /// The run of name characters from here, without moving.
    String name() {
        int end = at;
        while (end < text.length() && isNameCharacter(text.charAt(end), end == at)) {
            end++;
        }
        return text.substring(at, end);
    }

    void skip(int characters) {
        at += characters;
    }

    /// Everything up to the next space or parenthesis, as written, without moving.
    String raw() {
        int end = at;
        while (end < text.length()
                && !isSpace(text.charAt(end))
                && "()\"".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(at, end);
    }

    /// A word or a quoted phrase; stars outside quotes become `STAR`.
    String word() throws UnreadableQuery {
        if (peek() == '"') {
            return quoted();
        }
        StringBuilder word = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isSpace(c) || c == '(' || c == ')' || c == '"') {
                break;
            }
            at++;
            if (c == '\\' && at < text.length()) {
                word.append(text.charAt(at++));
            } else {
                word.append(c == '*' ? STAR : c);
            }
        }
        return word.toString();
    }

    private String quoted() throws UnreadableQuery {
        int open = column();
        at++;
        StringBuilder phrase = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return phrase.toString();
            }
            phrase.append(c == '\\' && at < text.length() ? text.charAt(at++) : c);
        }
        throw new UnreadableQuery(open, "a closing \" for the quotation that begins here");
    }

    /// The glob of a folded word.
    ///
    /// @param anchored it stands for the whole value, else for any part of it
    static Glob glob(String word, boolean anchored) {
        if (word.indexOf(STAR) < 0) {
            return anchored ? Glob.whole(word) : Glob.inside(word);
        }
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= word.length(); i++) {
            if (i == word.length() || word.charAt(i) == STAR) {
                if (i > from) {
                    pieces.add(word.substring(from, i));
                }
                from = i + 1;
            }
        }
        boolean fromStart = anchored && word.charAt(0) != STAR;
        boolean toEnd = anchored && word.charAt(word.length() - 1) != STAR;
        return new Glob(List.copyOf(pieces), fromStart, toEnd);
    }

    /// The glob of a word as written: folded, bounded.
    static Glob glob(String word, boolean anchored, int column) throws UnreadableQuery {
        if (anchored && word.indexOf(STAR) < 0) {
            return Glob.whole(Fold.term(word));
        }
        if (word.length() > LONGEST_WORD) {
            throw new UnreadableQuery(column, "a word of at most " + LONGEST_WORD + " characters");
        }
        Glob glob = glob(foldAroundStars(word), anchored);
        if (glob.pieces().size() > MOST_PIECES) {
            throw new UnreadableQuery(column, "at most " + (MOST_PIECES - 1) + " stars in a word");
        }
        return glob;
    }

    private static String foldAroundStars(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        int from = 0;
        for (int i = 0; i <= word.length(); i++) {
            if (i == word.length() || word.charAt(i) == STAR) {
                folded.append(Fold.fold(word.substring(from, i)));
                if (i < word.length()) {
                    folded.append(STAR);
                }
                from = i + 1;
            }
        }
        return folded.toString();
    }

    private static boolean isNameCharacter(char c, boolean first) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (!first && ((c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_'));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u3000';
    }
}
