package io.callogram.analyzer.index.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A growing byte array of variable-length integers and strings.
final class Packing {

    /// Texts are found again where their hashes say, until others come to stand there.
    private static final int LAST_SLOT = 127;

    private byte[] bytes = new byte[1024];
    private int size;
    private final @Nullable String[] known = new String[LAST_SLOT + 1];
    private final int[] places = new int[LAST_SLOT + 1];
    private int texts;

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    void octet(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }

    /// Seven bits an octet, low first.
    void number(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            octet((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        octet((int) rest);
    }

    /// Small for small magnitudes of either sign.
    void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    void fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            octet((int) (value >>> shift));
        }
    }

    /// What was said before is named by its place among all that was new.
    void text(String value) {
        int hash = value.hashCode();
        int slot = (hash ^ hash >>> 7) & LAST_SLOT;
        if (value.equals(known[slot])) {
            number((long) places[slot] << 1 | 1);
            return;
        }
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        number((long) encoded.length << 1);
        write(encoded);
        known[slot] = value;
        places[slot] = texts++;
    }

    void octets(byte[] value) {
        number(value.length);
        write(value);
    }

    private void write(byte[] value) {
        if (size + value.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + value.length));
        }
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    void texts(Map<String, String> values) {
        number(values.size());
        values.forEach((name, value) -> {
            text(name);
            text(value);
        });
    }

    <T> void list(List<T> values, Consumer<? super T> each) {
        number(values.size());
        values.forEach(each);
    }
}
