package io.callogram.analyzer.sip;

/// Text from the wire made safe to stand in a sentence: short, with nothing that moves a cursor,
/// hides itself or turns the direction of writing.
final class Escaped {

    private static final int LONGEST = 80;

    private Escaped() {}

    static String excerpt(byte[] bytes) {
        return excerpt(Ascii.text(bytes, 0, Math.min(bytes.length, 4 * LONGEST)));
    }

    static String excerpt(String text) {
        StringBuilder safe = new StringBuilder();
        int at = 0;
        while (at < text.length() && safe.length() < LONGEST) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (isPlain(c)) {
                safe.appendCodePoint(c);
            } else {
                safe.append(String.format(c < 256 ? "\\x%02x" : "\\u{%x}", c));
            }
        }
        return at < text.length() ? safe.append('…').toString() : safe.toString();
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
