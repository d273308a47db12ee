package io.callogram.analyzer.call;

import io.callogram.capture.packet.Hash64;
import java.nio.charset.StandardCharsets;

/// What a call is called by: a hash of its first leg, which stays the same when later legs join.
final class Identity {

    private static final int DIGITS = 12;

    private Identity() {}

    static String of(LegSummary first) {
        byte[] bytes =
                (first.callId()
                                + ' '
                                + first.tag()
                                + ' '
                                + first.method()
                                + ' '
                                + first.milestones().start())
                        .getBytes(StandardCharsets.UTF_8);
        long hash = Hash64.of(bytes, 0, bytes.length);
        byte[] id = new byte[2 + DIGITS];
        id[0] = 'c';
        id[1] = '-';
        for (int i = 0; i < DIGITS; i++) {
            id[2 + i] = (byte) Character.forDigit((int) (hash >>> (60 - 4 * i)) & 15, 16);
        }
        return new String(id, StandardCharsets.ISO_8859_1);
    }
}
