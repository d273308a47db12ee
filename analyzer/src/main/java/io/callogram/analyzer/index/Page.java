package io.callogram.analyzer.index;

import io.callogram.analyzer.index.record.CallRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of calls, and what all matching calls are.
///
/// @param next cursor of the next page, or null on the last one
public record Page(List<CallRecord> calls, @Nullable String next, Summary summary) {

    /// Matching calls, exactly.
    public long total() {
        return summary.total();
    }
}
