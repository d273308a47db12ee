package io.callogram.web.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When a capture goes on in another file: by size, by time, or never. Time is the frames' own.
///
/// @param bytes of one file, 0 for any size
/// @param nanoseconds between its first frame and its last, 0 for any time
record Rotation(long bytes, long nanoseconds) {
    static final Rotation NEVER = new Rotation(0, 0);

    /// What a frame takes in a file besides its bytes.
    static final int RECORD = 32;

    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(kB|MB|GB)");

    /// `100MB`, `1h`, or one of each.
    static Rotation of(List<String> texts) {
        Rotation rotation = NEVER;
        for (String text : texts) {
            Matcher size = SIZE.matcher(text);
            rotation =
                    size.matches()
                            ? new Rotation(bytes(size), rotation.nanoseconds)
                            : new Rotation(rotation.bytes, Timespan.nanoseconds(text));
        }
        return rotation;
    }

    private static long bytes(Matcher size) {
        long count = Long.parseLong(size.group(1));
        return count
                * switch (size.group(2)) {
                    case "kB" -> 1_000L;
                    case "MB" -> 1_000_000L;
                    default -> 1_000_000_000L;
                };
    }

    boolean isNever() {
        return bytes == 0 && nanoseconds == 0;
    }

    boolean isDue(long written, long lasted) {
        return bytes > 0 && written >= bytes || nanoseconds > 0 && lasted >= nanoseconds;
    }
}
