package io.callogram.analyzer.log;

/// Text of people within one line: what would end the line or the word is written as `%` and two
/// hexadecimal digits.
final class Escaped {

    private Escaped() {}

    /// Spaces stay.
    static String line(String text) {
        return escape(text, ' ');
    }

    static String word(String text) {
        return escape(text, '!');
    }

    private static String escape(String text, char least) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= least && c != '%' && !Character.isISOControl(c)) {
                escaped.append(c);
            } else {
                escaped.append(String.format("%%%02x", (int) c));
            }
        }
        return escaped.toString();
    }

    static String original(String escaped) {
        StringBuilder text = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '%' && i + 3 <= escaped.length()) {
                text.append((char) Integer.parseInt(escaped, i + 1, i + 3, 16));
                i += 2;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
