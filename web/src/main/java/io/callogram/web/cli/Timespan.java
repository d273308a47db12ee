package io.callogram.web.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A length of time as people write it: `90s`, `10m`, `24h`.
final class Timespan {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(s|m|h)");

    private Timespan() {}

    static long nanoseconds(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw Refusal.wrongUsage(
                    "'" + text + "' is neither a time (90s, 10m, 24h) nor a size (100MB, 2GB).");
        }
        long seconds =
                switch (matcher.group(2)) {
                    case "s" -> 1;
                    case "m" -> 60;
                    default -> 3_600;
                };
        return Long.parseLong(matcher.group(1)) * seconds * 1_000_000_000L;
    }
}
