package io.callogram.analyzer.index.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A growing byte array of variable-length integers and strings.
final class Packing {

    private byte[] bytes = new byte[512];
    private int size;

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

    void text(String value) {
        octets(value.getBytes(StandardCharsets.UTF_8));
    }

    void octets(byte[] value) {
        number(value.length);
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
