package io.callogram.web.cli;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.pipeline.Calls;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Writes each call that a query lets pass as one row, at once and in parallel.
final class Rows implements Calls<Optional<byte[]>> {
    private final Predicate<Call> filter;
    private final Function<Call, byte[]> writer;
    private final RowStore store = new RowStore();

    Rows(Predicate<Call> filter, Function<Call, byte[]> writer) {
        this.filter = filter;
        this.writer = writer;
    }

    @Override
    public Optional<byte[]> view(Call call) {
        return filter.test(call) ? Optional.of(writer.apply(call)) : Optional.empty();
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
