package io.callogram.analyzer.index;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a list is ordered.
public record Order(Key key, boolean descending) {

    /// Newest first: the order of the index itself.
    public static final Order NEWEST = new Order(Key.START, true);

    /// What calls are ordered by. A call that lacks the value counts as the least, so that one
    /// order is the exact reverse of the other, ties included.
    public enum Key {
        START,
        DURATION,
        TALK,
        PDD,
        RING,
        MESSAGES
    }

    /// As it is asked for: `start`, `-talk` …
    public String written() {
        return (descending ? "-" : "") + key.name().toLowerCase(Locale.ROOT);
    }

    /// The order that is written so; null when it is none.
    public static @Nullable Order parse(String written) {
        boolean descending = written.startsWith("-");
        String name = descending ? written.substring(1) : written;
        for (Key key : Key.values()) {
            if (key.name().toLowerCase(Locale.ROOT).equals(name)) {
                return new Order(key, descending);
            }
        }
        return null;
    }
}
