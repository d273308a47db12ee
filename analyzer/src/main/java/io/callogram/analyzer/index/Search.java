package io.callogram.analyzer.index;

import io.callogram.analyzer.index.query.Query;
import org.jspecify.annotations.Nullable;

/// One question to the index.
///
/// @param limit most calls of the page
/// @param after cursor of the page before, or null for the first page
/// @param skip calls to pass over before the page begins; counts only without a cursor
public record Search(Query query, Order order, int limit, @Nullable String after, int skip) {

    public static final int MOST = 500;

    public Search(Query query, Order order, int limit, @Nullable String after) {
        this(query, order, limit, after, 0);
    }

    /// Where a list begins: only then it is said what all its calls are.
    boolean begins() {
        return after == null && skip == 0;
    }
}
