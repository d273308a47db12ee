package io.callogram.analyzer.flow;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A few names with their values, in the order in which they were given. Every flow has two of
/// these: hash tables for two entries would be most of what a flow takes.
public final class Pairs extends AbstractMap<String, String> {

    private static final String[] NONE = {};

    private final String[] pairs;

    private Pairs(String[] pairs) {
        this.pairs = pairs;
    }

    /// Collects pairs; a name given again keeps its place and gets the later value.
    public static final class Collecting {
        private String[] pairs = NONE;
        private int length;

        public void put(String name, String value) {
            for (int i = 0; i < length; i += 2) {
                if (pairs[i].equals(name)) {
                    pairs[i + 1] = value;
                    return;
                }
            }
            pairs = length == pairs.length ? Arrays.copyOf(pairs, length + 4) : pairs;
            pairs[length++] = name;
            pairs[length++] = value;
        }

        /// What was collected. It is complete: nothing is put any more.
        public Map<String, String> pairs() {
            return length == 0
                    ? Map.of()
                    : new Pairs(length == pairs.length ? pairs : Arrays.copyOf(pairs, length));
        }
    }

    @Override
    public int size() {
        return pairs.length / 2;
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(name)) {
                return pairs[i + 1];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super String> action) {
        for (int i = 0; i < pairs.length; i += 2) {
            action.accept(pairs[i], pairs[i + 1]);
        }
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return pairs.length / 2;
            }

            @Override
            public Iterator<Map.Entry<String, String>> iterator() {
                return new Entries(pairs);
            }
        };
    }

    private static final class Entries implements Iterator<Map.Entry<String, String>> {
        private final String[] pairs;
        private int at;

        Entries(String[] pairs) {
            this.pairs = pairs;
        }

        @Override
        public boolean hasNext() {
            return at < pairs.length;
        }

        @Override
        public Map.Entry<String, String> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            at += 2;
            return Map.entry(pairs[at - 2], pairs[at - 1]);
        }
    }
}
