package io.callogram.web.cli;

import io.callogram.analyzer.flow.hint.Findings;
import java.util.function.Predicate;

/// One query that a capture has to fulfil: by one call, or by every call that there is.
record Expectation(String query, boolean ofEvery, Predicate<Findings> matches) {

    Expectation(String query, boolean ofEvery) {
        this(query, ofEvery, Filter.of(query));
    }

    /// Of no calls nothing holds: a capture that shows nothing proves nothing.
    boolean holds(int matching, int calls) {
        return matching > 0 && (!ofEvery || matching == calls);
    }
}
