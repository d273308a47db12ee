package io.callogram.web.cli;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.pipeline.Calls;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Writes each call that a query lets pass as one row, at once and in parallel.
final class Rows implements Calls<byte @Nullable []> {
    private final Predicate<Call> filter;
    private final Function<Call, byte[]> writer;
    private final RowStore store = new RowStore();

    Rows(Predicate<Call> filter, Function<Call, byte[]> writer) {
        this.filter = filter;
        this.writer = writer;
    }

    @Override
    public byte @Nullable [] view(Call call) {
        return filter.test(call) ? writer.apply(call) : null;
    }

    @Override
    public void put(String id, long start, byte @Nullable [] row, boolean again) {
        if (row == null) {
            store.retract(id);
        } else {
            store.put(id, start, row);
        }
    }

    @Override
    public void retract(String id) {
        store.retract(id);
    }

    RowStore store() {
        return store;
    }
}
