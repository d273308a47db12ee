package io.callogram.analyzer.call;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Legs by what they have in common, each list in order of time.
final class Shelf<K> {

    private static final int[] NONE = {};

    private static final class Row {
        int[] legs = new int[2];
        int size;
    }

    private final Map<K, Row> rows = new HashMap<>();

    void put(K key, int leg) {
        Row row = rows.computeIfAbsent(key, _ -> new Row());
        if (row.size > 0 && row.legs[row.size - 1] == leg) {
            return;
        }
        row.legs = row.size == row.legs.length ? Arrays.copyOf(row.legs, row.size * 2) : row.legs;
        row.legs[row.size++] = leg;
    }

    int size(K key) {
        Row row = rows.get(key);
        return row == null ? 0 : row.size;
    }

    int at(K key, int index) {
        Row row = rows.get(key);
        return row == null ? -1 : row.legs[index];
    }

    /// All of a key; only for keys that few legs have.
    int[] of(K key) {
        Row row = rows.get(key);
        return row == null ? NONE : Arrays.copyOf(row.legs, row.size);
    }
}
