package io.callogram.analyzer.pipeline;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A map from 64-bit hashes, open addressing with linear probing. The key 0 is not allowed: hashes
/// are never zero.
final class LongMap<V> {
    private long[] keys = new long[1024];
    private @Nullable Object[] values = new Object[1024];
    private int size;

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked")
    @Nullable V get(long key) {
        return (V) values[slot(key)];
    }

    void put(long key, V value) {
        int slot = slot(key);
        if (values[slot] == null && ++size * 2 > keys.length) {
            grow();
            slot = slot(key);
        }
        keys[slot] = key;
        values[slot] = value;
    }

    /// Closes the gap behind a removed key, so that no tombstones are needed.
    void remove(long key) {
        int gap = slot(key);
        if (values[gap] == null) {
            return;
        }
        size--;
        int mask = keys.length - 1;
        int next = gap;
        while (true) {
            next = next + 1 & mask;
            if (values[next] == null) {
                break;
            }
            int home = home(keys[next]);
            if ((next - home & mask) >= (next - gap & mask)) {
                keys[gap] = keys[next];
                values[gap] = values[next];
                gap = next;
            }
        }
        keys[gap] = 0;
        values[gap] = null;
    }

    @SuppressWarnings("unchecked")
    void forEach(Consumer<V> consumer) {
        for (Object value : values) {
            if (value != null) {
                consumer.accept((V) value);
            }
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = home(key);
        while (values[slot] != null && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private int home(long key) {
        return (int) (key * 0x9E37_79B9_7F4A_7C15L >>> 32) & keys.length - 1;
    }

    private void grow() {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = Arrays.copyOf(new Object[0], keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
