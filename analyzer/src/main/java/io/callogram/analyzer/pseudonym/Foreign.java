package io.callogram.analyzer.pseudonym;

import java.nio.charset.StandardCharsets;

/// Characters beyond ASCII (RFC 3629): each becomes another one of as many bytes, drawn for the
/// whole run that it stands in. What is no UTF-8 stays none.
final class Foreign {

    private static final int SYMBOLS = 0x1f300;
    private static final int IDEOGRAPHS = 0x4e00;
    private static final int LETTERS = 0xc0;

    private Foreign() {}

    static byte[] replaced(byte[] run, Pseudonyms pseudonyms) {
        byte[] out = new byte[run.length];
        String whole = new String(run, StandardCharsets.ISO_8859_1);
        byte[] drawn = pseudonyms.drawn(2 * run.length, whole);
        for (int at = 0; at < run.length; ) {
            int length = length(run, at);
            int number = (drawn[2 * at] & 0xff) << 8 | drawn[2 * at + 1] & 0xff;
            byte[] other =
                    switch (length) {
                        case 2 -> encoded(LETTERS + number % (0x24f - LETTERS));
                        case 3 -> encoded(IDEOGRAPHS + number % 20_000);
                        case 4 -> encoded(SYMBOLS + number % 0x2ff);
                        default -> new byte[] {(byte) 0xff};
                    };
            System.arraycopy(other, 0, out, at, other.length);
            at += other.length;
        }
        return out;
    }

    private static byte[] encoded(int character) {
        return Character.toString(character).getBytes(StandardCharsets.UTF_8);
    }

    /// Bytes of the character there; 1 when it is none.
    private static int length(byte[] run, int at) {
        int first = run[at] & 0xff;
        int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
        if (first > 0xf4 || at + length > run.length) {
            return 1;
        }
        for (int i = 1; i < length; i++) {
            if ((run[at + i] & 0xc0) != 0x80) {
                return 1;
            }
        }
        return length;
    }
}
