package io.callogram.analyzer.sip;

/// Splits lists and parameters (RFC 3261 §7.3.1), with quoted strings, angle brackets and comments
/// kept whole. What opens and never closes hides nothing: from then on it is an ordinary character
/// of this value, which also keeps the work linear. Reused; one value at a time, from left to
/// right.
final class Elements {

    private static final int QUOTE = 1;
    private static final int BRACKET = 2;
    private static final int COMMENT = 4;

    private int unclosed;

    void start() {
        unclosed = 0;
    }

    /// Where the next separator stands outside of quotes, brackets and comments; `to` without one.
    int end(byte[] bytes, int from, int to, char separator) {
        int i = from;
        while (i < to) {
            byte c = bytes[i];
            if (c == separator) {
                return i;
            }
            i = c == '"' || c == '<' || c == '(' ? behind(bytes, i, to) : i + 1;
        }
        return to;
    }

    private int behind(byte[] bytes, int open, int to) {
        int kind = bytes[open] == '"' ? QUOTE : bytes[open] == '<' ? BRACKET : COMMENT;
        if ((unclosed & kind) != 0) {
            return open + 1;
        }
        int close =
                switch (kind) {
                    case QUOTE -> quoteEnd(bytes, open, to);
                    case BRACKET -> bracketEnd(bytes, open, to);
                    default -> commentEnd(bytes, open, to);
                };
        if (close < 0) {
            unclosed |= kind;
        }
        return close < 0 ? open + 1 : close + 1;
    }

    /// The quotation mark that closes the one at `open`, or -1.
    static int quoteEnd(byte[] bytes, int open, int to) {
        int i = open + 1;
        while (i < to && bytes[i] != '"') {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return i < to ? i : -1;
    }

    static int bracketEnd(byte[] bytes, int open, int to) {
        return Ascii.indexOf(bytes, open + 1, to, '>');
    }

    private static int commentEnd(byte[] bytes, int open, int to) {
        int depth = 1;
        int i = open + 1;
        while (i < to) {
            byte c = bytes[i];
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
            i += c == '\\' ? 2 : 1;
        }
        return -1;
    }
}
