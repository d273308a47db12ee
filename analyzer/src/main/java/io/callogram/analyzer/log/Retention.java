package io.callogram.analyzer.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much of a live source is kept. Time is that of recording, never the packets' own: whoever
/// sends them sets that.
///
/// @param longest null for ever
/// @param mostBytes of each source; 0 for all
public record Retention(@Nullable Duration longest, long mostBytes) {

    public static final Retention ALL = new Retention(null, 0);

    private boolean isOver(Instant kept, Instant now) {
        return longest != null && kept.plus(longest).isBefore(now);
    }

    /// Position before which whole segments go. The one that grows always stays.
    long before(List<Segment> segments, Instant now) {
        long left = segments.stream().mapToLong(Segment::length).sum();
        long before = 0;
        for (Segment segment : segments) {
            Manifest manifest = segment.manifest();
            boolean large = mostBytes > 0 && left > mostBytes;
            if (manifest == null || !(large || isOver(manifest.sealed(), now))) {
                break;
            }
            before = segment.end();
            left -= segment.length();
        }
        return before;
    }
}
