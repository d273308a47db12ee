package io.callogram.analyzer.sip;

/// Text from the wire made safe to stand in a sentence: short, with nothing that moves a cursor,
/// hides itself or turns the direction of writing.
public final class Escaped {

    private static final int LONGEST = 80;

    private Escaped() {}

    static String excerpt(byte[] bytes, int from, int to) {
        return excerpt(Ascii.text(bytes, from, Math.min(to, from + 4 * LONGEST)));
    }

    static String excerpt(String text) {
        return excerpt(text, LONGEST);
    }

    /// @param longest characters after which the rest is left out
    public static String excerpt(String text, int longest) {
        StringBuilder safe = new StringBuilder();
        int at = 0;
        while (at < text.length() && safe.length() < longest) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (isPlain(c)) {
                safe.appendCodePoint(c);
            } else {
                escape(safe, c);
            }
        }
        return at < text.length() ? safe.append('…').toString() : safe.toString();
    }

    private static void escape(StringBuilder safe, int c) {
        String hex = Integer.toHexString(c);
        if (c < 256) {
            safe.append("\\x").append(c < 16 ? "0" : "").append(hex);
        } else {
            safe.append("\\u{").append(hex).append('}');
        }
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
