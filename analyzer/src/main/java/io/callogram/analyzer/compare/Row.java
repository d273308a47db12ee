package io.callogram.analyzer.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands side by side.
///
/// @param here message of the first call; null when it has none here
/// @param there message of the other; null when it has none here
/// @param changes of header fields, where both are the same message
public record Row(
        Kind kind, @Nullable Passage here, @Nullable Passage there, List<Change> changes) {

    /// How the two sides of a row compare.
    public enum Kind {
        SAME,
        /// The same message with other header fields.
        CHANGED,
        /// Another answer to the same request, or the BYE of the other party.
        DIFFERENT,
        MISSING,
        EXTRA,
        /// The same message, at another place in the order.
        MOVED
    }

    /// Whether the course of the call is another here.
    public boolean diverges() {
        return switch (kind) {
            case SAME, CHANGED -> false;
            case DIFFERENT, MISSING, EXTRA, MOVED -> true;
        };
    }
}
