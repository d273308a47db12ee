package io.callogram.web.cli;

import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.index.query.Evaluation;
import io.callogram.analyzer.index.query.QueryParser;
import io.callogram.analyzer.index.query.UnreadableQuery;
import io.callogram.analyzer.index.record.CallRecord;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A query as a test of one call.
final class Filter {

    private Filter() {}

    static Predicate<Findings> of(@Nullable String query) {
        if (query == null || query.isBlank()) {
            return _ -> true;
        }
        try {
            Predicate<CallRecord> matches =
                    Evaluation.of(QueryParser.parse(query, System.currentTimeMillis() * 1_000_000));
            return findings -> matches.test(CallRecord.of(findings, 1, ""));
        } catch (UnreadableQuery e) {
            throw Refusal.wrongUsage(
                    "the query cannot be read at column "
                            + e.column()
                            + ": expected "
                            + e.expected()
                            + ".");
        }
    }
}
