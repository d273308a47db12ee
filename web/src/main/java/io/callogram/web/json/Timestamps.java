package io.callogram.web.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// RFC 3339 in UTC, always with nine decimals, so that texts sort as times.
public final class Timestamps {

    private Timestamps() {}

    public static String of(long nanoseconds) {
        long seconds = Math.floorDiv(nanoseconds, 1_000_000_000L);
        int nanos = (int) Math.floorMod(nanoseconds, 1_000_000_000L);
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        byte[] text = "0000-00-00T00:00:00.000000000Z".getBytes(StandardCharsets.ISO_8859_1);
        if (time.getYear() > 9999) {
            return Instant.ofEpochSecond(seconds, nanos).toString();
        }
        digits(text, 0, 4, time.getYear());
        digits(text, 5, 2, time.getMonthValue());
        digits(text, 8, 2, time.getDayOfMonth());
        digits(text, 11, 2, time.getHour());
        digits(text, 14, 2, time.getMinute());
        digits(text, 17, 2, time.getSecond());
        digits(text, 20, 9, nanos);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static void digits(byte[] text, int at, int count, int value) {
        int rest = value;
        for (int i = at + count - 1; i >= at; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
