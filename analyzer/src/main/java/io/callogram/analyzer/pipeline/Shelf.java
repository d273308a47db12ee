package io.callogram.analyzer.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The sources that are open, by their numbers.
final class Shelf implements Closeable {
    private final Map<Integer, Source> sources = new TreeMap<>();

    /// Captures that could not be opened, so that nobody wonders where they are.
    private final Map<Integer, SourceStatus> unopened = new TreeMap<>();

    private int visitors;

    synchronized int nextVisitor() {
        return Library.VISITORS + ++visitors;
    }

    synchronized void put(Source source) {
        sources.put(source.status().number(), source);
    }

    synchronized void putUnopened(SourceStatus status) {
        unopened.put(status.number(), status);
    }

    synchronized @Nullable Source get(int number) {
        return sources.get(number);
    }

    Source required(int number) throws IOException {
        Source source = get(number);
        if (source == null) {
            throw new IOException("source s" + number + " is closed");
        }
        return source;
    }

    /// Null when it was not open.
    synchronized @Nullable Source remove(int number) {
        unopened.remove(number);
        return sources.remove(number);
    }

    synchronized List<Source> all() {
        return List.copyOf(sources.values());
    }

    synchronized List<SourceStatus> statuses() {
        Map<Integer, SourceStatus> all = new TreeMap<>(unopened);
        sources.forEach((number, source) -> all.put(number, source.status()));
        return List.copyOf(all.values());
    }

    synchronized Optional<SourceStatus> status(int number) {
        Source source = sources.get(number);
        return Optional.ofNullable(source == null ? unopened.get(number) : source.status());
    }

    synchronized Optional<SourceStatus> rename(int number, String name) {
        Source source = sources.get(number);
        if (source != null) {
            source.rename(name);
        }
        unopened.computeIfPresent(number, (_, status) -> status.named(name));
        return status(number);
    }

    @Override
    public synchronized void close() throws IOException {
        for (Source source : sources.values()) {
            source.close();
        }
        sources.clear();
    }
}
