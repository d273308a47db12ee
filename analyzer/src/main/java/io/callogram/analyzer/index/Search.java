package io.callogram.analyzer.index;

import io.callogram.analyzer.index.query.Query;
import org.jspecify.annotations.Nullable;

/// One question to the index.
///
/// @param limit most calls of the page
/// @param after cursor of the page before, or null for the first page
public record Search(Query query, Order order, int limit, @Nullable String after) {

    public static final int MOST = 500;
}
