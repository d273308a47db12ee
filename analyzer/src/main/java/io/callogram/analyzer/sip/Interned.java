package io.callogram.analyzer.sip;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What was read from the same bytes before: a direct-mapped cache, so that the messages of one
/// call share their objects and are read once. One thread only. Its size is fixed; a newer entry
/// takes the place of an older one.
public final class Interned<T> {

    /// Longer header values than this are hostile or rare.
    private static final int LONGEST_VALUE = 512;

    private record Entry<T>(long hash, byte[] key, T value) {}

    private final @Nullable Entry<T>[] table;
    private final int longestKey;

    Interned(int size) {
        this(size, LONGEST_VALUE);
    }

    /// @param size a power of two
    /// @param longestKey longer keys are not kept, so that hostile messages cannot fill the memory
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Interned(int size, int longestKey) {
        this.table = new Entry[size];
        this.longestKey = longestKey;
    }

    public @Nullable T find(long hash, byte[] bytes, int from, int to) {
        Entry<T> entry = table[(int) hash & (table.length - 1)];
        return entry != null
                        && entry.hash == hash
                        && Arrays.equals(entry.key, 0, entry.key.length, bytes, from, to)
                ? entry.value
                : null;
    }

    public void keep(long hash, byte[] bytes, int from, int to, T value) {
        if (to - from <= longestKey) {
            table[(int) hash & (table.length - 1)] =
                    new Entry<>(hash, Arrays.copyOfRange(bytes, from, to), value);
        }
    }
}
