package io.callogram.analyzer.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/// The threads of one analysis. Work is handed out in pieces and comes back in order, so that
/// nothing depends on how many threads there are.
final class Workers implements AutoCloseable {
    private static final int PIECE = 24;

    private final ExecutorService threads;

    /// Hands out work and waits for it, which no thread of the others may.
    private final ExecutorService beside;

    private final int count;

    Workers(int count) {
        this.count = count;
        this.threads = Executors.newFixedThreadPool(count, named("analysis-"));
        this.beside = Executors.newSingleThreadExecutor(named("folding-"));
    }

    private static ThreadFactory named(String prefix) {
        return Thread.ofPlatform().name(prefix, 1).daemon().factory();
    }

    int count() {
        return count;
    }

    <T> Future<T> submit(Callable<T> work) {
        return threads.submit(work);
    }

    /// Work that hands out pieces of it, beside everything else and one after the other.
    <T> Future<T> beside(Callable<T> work) {
        return beside.submit(work);
    }

    <I, O> List<O> map(List<I> inputs, Function<I, O> function) {
        if (inputs.size() <= PIECE) {
            return inputs.stream().map(function).toList();
        }
        List<Future<List<O>>> pieces = new ArrayList<>();
        for (int start = 0; start < inputs.size(); start += PIECE) {
            List<I> piece = inputs.subList(start, Math.min(start + PIECE, inputs.size()));
            pieces.add(submit(() -> piece.stream().map(function).toList()));
        }
        List<O> outputs = new ArrayList<>(inputs.size());
        for (Future<List<O>> piece : pieces) {
            outputs.addAll(get(piece));
        }
        return outputs;
    }

    static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while analyzing", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException ours) {
                throw ours;
            }
            if (e.getCause() instanceof Error fatal) {
                throw fatal;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        beside.shutdownNow();
        threads.shutdownNow();
    }
}
