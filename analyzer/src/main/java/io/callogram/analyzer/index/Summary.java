package io.callogram.analyzer.index;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What all calls that match are: exact counts by facet and over time.
///
/// @param facets counts by value, most frequent first, under `outcome`, `kind`, `source`, `flow`
/// @param histogram null when nothing matches
public record Summary(long total, Map<String, List<Count>> facets, @Nullable Histogram histogram) {

    /// How many calls have one value.
    public record Count(String value, long count) {}

    /// Calls over time, in at most 96 equal buckets.
    ///
    /// @param from begin of the first bucket, nanoseconds since 1970
    /// @param width of a bucket in nanoseconds
    public record Histogram(long from, long width, List<Bucket> buckets) {

        public long to() {
            return from + width * buckets.size();
        }
    }

    /// @param ok answered, succeeded, or still going on
    /// @param no busy, not answered, cancelled, redirected
    /// @param bad rejected or failed
    public record Bucket(long ok, long no, long bad) {}
}
