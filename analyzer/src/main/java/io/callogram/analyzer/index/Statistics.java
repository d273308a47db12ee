package io.callogram.analyzer.index;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Figures over the calls that match: what a network is judged by (ITU-T E.411, E.425).
///
/// @param summary every entry that matches, by facet and over time
/// @param codes status codes that first callers got, most frequent first
/// @param attempts conversations that were tried and decided: not those still going on
/// @param answered of the attempts
/// @param effective of the attempts: those that reached the called side, whatever it then did
/// @param postDialDelay nanoseconds; null where no call has one
public record Statistics(
        Summary summary,
        List<Summary.Count> codes,
        long attempts,
        long answered,
        long effective,
        @Nullable Percentiles postDialDelay) {

    /// Answer-seizure ratio; -1 without attempts.
    public double answerSeizureRatio() {
        return ratio(answered);
    }

    /// Network effectiveness ratio; -1 without attempts.
    public double networkEffectivenessRatio() {
        return ratio(effective);
    }

    private double ratio(long part) {
        return attempts == 0 ? -1 : part / (double) attempts;
    }

    /// @param count how many calls have the value
    public record Percentiles(long count, long p50, long p90, long p95, long p99, long most) {

        /// @param sorted rising, not empty
        static Percentiles of(long[] sorted) {
            return new Percentiles(
                    sorted.length,
                    at(sorted, 50),
                    at(sorted, 90),
                    at(sorted, 95),
                    at(sorted, 99),
                    sorted[sorted.length - 1]);
        }

        /// The nearest rank: the least value that so many percent do not exceed.
        private static long at(long[] sorted, int percent) {
            return sorted[(int) ((sorted.length * (long) percent + 99) / 100) - 1];
        }
    }
}
