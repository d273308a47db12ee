package io.callogram.analyzer.index;

import io.callogram.analyzer.index.record.CallRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of calls.
///
/// @param next cursor of the next page, or null on the last one
/// @param first how many calls stand before it; -1 behind a cursor, where nobody counts
/// @param total matching calls, exactly
/// @param summary what all matching calls are; null but on the first page
public record Page(
        List<CallRecord> calls,
        @Nullable String next,
        long first,
        long total,
        @Nullable Summary summary) {}
