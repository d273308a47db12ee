package io.callogram.analyzer.sip;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists of the same objects, each made once: what a device says of itself it says in every
/// message. Forgets on collision. One thread only.
public final class SharedLists<T> {

    private final @Nullable List<T>[] slots;

    /// @param size a power of two
    @SuppressWarnings("unchecked")
    public SharedLists(int size) {
        slots = (List<T>[]) new List<?>[size];
    }

    /// The first `count` of the items, as a list that never changes.
    public List<T> of(T[] items, int count) {
        int hash = count;
        for (int i = 0; i < count; i++) {
            hash = hash * 31 + items[i].hashCode();
        }
        int slot = (hash ^ hash >>> 16) & slots.length - 1;
        List<T> list = slots[slot];
        if (list == null || !holds(list, items, count)) {
            list = List.of(Arrays.copyOf(items, count));
            slots[slot] = list;
        }
        return list;
    }

    @SuppressWarnings(
            "ReferenceEquality") // equal ones of another making are made into a list again
    private static <T> boolean holds(List<T> list, T[] items, int count) {
        if (list.size() != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (list.get(i) != items[i]) {
                return false;
            }
        }
        return true;
    }
}
