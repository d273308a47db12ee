package io.callogram.analyzer.index.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Reads times: RFC 3339, a date, a time of day of the reference's day, or relative to the
/// reference. Without an offset they are UTC, as every time that the application shows.
final class Moments {

    private static final long SECOND = 1_000_000_000L;
    private static final int LONGEST = 40;

    private Moments() {}

    static long read(String written, long reference, int column) throws UnreadableQuery {
        try {
            if (!written.isEmpty() && written.length() <= LONGEST) {
                return moment(written, reference);
            }
        } catch (DateTimeException | ArithmeticException _) {
            // falls through: what was written is no time
        }
        throw new UnreadableQuery(
                column, "a time such as 2026-11-22T10:42:07Z, 2026-11-22, 10:42 or -15m");
    }

    private static long moment(String written, long reference) {
        if (written.charAt(0) == '-') {
            return Math.subtractExact(reference, relative(written.substring(1)));
        }
        String iso = written.replace(' ', 'T');
        int t = Math.max(iso.indexOf('T'), iso.indexOf('t'));
        if (t < 0 && iso.indexOf(':') > 0) {
            LocalDate day = LocalDate.ofInstant(instant(reference), ZoneOffset.UTC);
            return nanoseconds(day.atTime(LocalTime.parse(iso)).toInstant(ZoneOffset.UTC));
        }
        if (t < 0) {
            return nanoseconds(LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        String time = iso.substring(t + 1);
        boolean offset =
                time.endsWith("Z")
                        || time.endsWith("z")
                        || time.indexOf('+') > 0
                        || time.indexOf('-') > 0;
        if (offset) {
            return nanoseconds(OffsetDateTime.parse(iso).toInstant());
        }
        return nanoseconds(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
    }

    private static long relative(String written) {
        int end = 0;
        while (end < written.length() && written.charAt(end) >= '0' && written.charAt(end) <= '9') {
            end++;
        }
        if (end == 0 || end > 9) {
            throw new DateTimeException("no amount");
        }
        long amount = Long.parseLong(written.substring(0, end));
        long unit =
                switch (written.substring(end)) {
                    case "s" -> SECOND;
                    case "m", "min" -> 60 * SECOND;
                    case "h" -> 3600 * SECOND;
                    case "d" -> 86_400 * SECOND;
                    default -> throw new DateTimeException("no unit");
                };
        return Math.multiplyExact(amount, unit);
    }

    private static Instant instant(long nanoseconds) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanoseconds, SECOND), Math.floorMod(nanoseconds, SECOND));
    }

    private static long nanoseconds(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano());
    }
}
