package io.callogram.web.cli;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.pipeline.Calls;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Writes each call that a query lets pass as one row, at once and in parallel.
final class Rows implements Calls<Optional<byte[]>> {
    private final Rulebook rules;
    private final Predicate<Findings> filter;
    private final Function<Findings, byte[]> writer;
    private final RowStore store;

    Rows(
            Rulebook rules,
            Predicate<Findings> filter,
            Function<Findings, byte[]> writer,
            RowStore store) {
        this.rules = rules;
        this.filter = filter;
        this.store = store;
        this.writer = writer;
    }

    @Override
    public Optional<byte[]> view(Call call) {
        return Optional.of(rules.judge(call)).filter(filter).map(writer);
    }

    @Override
    public void put(String id, long start, Optional<byte[]> row, boolean again) {
        row.ifPresentOrElse(bytes -> store.put(id, start, bytes), () -> store.retract(id));
    }

    @Override
    public void retract(String id) {
        store.retract(id);
    }

    RowStore store() {
        return store;
    }
}
