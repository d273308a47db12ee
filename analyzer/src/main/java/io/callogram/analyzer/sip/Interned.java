package io.callogram.analyzer.sip;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What was read from the same bytes before: a direct-mapped cache, so that the messages of one
/// call share their objects and are read once. One thread only. Its size is fixed; a newer entry
/// takes the place of an older one.
///
/// Hash and bytes of a key lie side by side in one array, because a look-up costs little more than
/// the memory that it touches. Equal hashes are not trusted: a sender can choose his bytes.
public final class Interned<T> {

    /// Longer header values than this are hostile or rare.
    private static final int LONGEST_VALUE = 512;

    private static final int HASH = 8;
    private static final int HEAD = 12;
    private static final int SLOT = 128;
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final int mask;
    private final int slot;
    private final int longestKey;
    private final byte[] slots;
    private final byte[] @Nullable [] longKeys;
    private final @Nullable T[] values;

    Interned(int size) {
        this(size, LONGEST_VALUE, SLOT - HEAD);
    }

    /// For keys of any length up to `longestKey`.
    ///
    /// @param size a power of two
    /// @param longestKey longer keys are not kept, so that hostile messages cannot fill the memory
    /// @param usual keys up to this length lie beside their hash
    @SuppressWarnings("unchecked")
    public Interned(int size, int longestKey, int usual) {
        this.mask = size - 1;
        this.slot = HEAD + usual;
        this.longestKey = longestKey;
        this.slots = new byte[size * slot];
        this.longKeys = new byte[size][];
        this.values = (T[]) new Object[size];
    }

    public @Nullable T find(long hash, byte[] bytes, int from, int to) {
        int index = (int) hash & mask;
        int at = index * slot;
        int length = to - from;
        if ((long) LONG.get(slots, at) != hash || (int) INT.get(slots, at + HASH) != length) {
            return null;
        }
        boolean same =
                length <= slot - HEAD
                        ? Arrays.equals(slots, at + HEAD, at + HEAD + length, bytes, from, to)
                        : sameLong(longKeys[index], bytes, from, to);
        return same ? values[index] : null;
    }

    private static boolean sameLong(byte @Nullable [] key, byte[] bytes, int from, int to) {
        return key != null && Arrays.equals(key, 0, to - from, bytes, from, to);
    }

    public void keep(long hash, byte[] bytes, int from, int to, T value) {
        int length = to - from;
        if (length > longestKey) {
            return;
        }
        int index = (int) hash & mask;
        int at = index * slot;
        LONG.set(slots, at, hash);
        INT.set(slots, at + HASH, length);
        if (length <= slot - HEAD) {
            System.arraycopy(bytes, from, slots, at + HEAD, length);
        } else {
            System.arraycopy(bytes, from, longKey(index, length), 0, length);
        }
        values[index] = value;
    }

    /// Room for a long key: that of an older one where it is large enough.
    private byte[] longKey(int index, int length) {
        byte[] room = longKeys[index];
        if (room == null || room.length < length) {
            room = new byte[length];
            longKeys[index] = room;
        }
        return room;
    }
}
