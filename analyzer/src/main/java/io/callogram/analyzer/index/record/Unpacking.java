package io.callogram.analyzer.index.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Reads what `Packing` wrote.
final class Unpacking {

    private final byte[] bytes;
    private int at;
    private final List<String> known = new ArrayList<>();

    Unpacking(byte[] bytes, int offset) {
        this.bytes = bytes;
        this.at = offset;
    }

    int octet() {
        return bytes[at++] & 0xff;
    }

    long number() {
        long value = 0;
        int shift = 0;
        int octet = octet();
        while (octet >= 0x80) {
            value |= (long) (octet & 0x7f) << shift;
            shift += 7;
            octet = octet();
        }
        return value | ((long) octet << shift);
    }

    int count() {
        return (int) number();
    }

    long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    long fixed() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | octet();
        }
        return value;
    }

    String text() {
        int head = count();
        if ((head & 1) == 1) {
            return known.get(head >>> 1);
        }
        int length = head >>> 1;
        String value = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        known.add(value);
        return value;
    }

    byte[] octets() {
        int length = count();
        byte[] value = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return value;
    }

    /// In the order they were written.
    Map<String, String> texts() {
        int count = count();
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            values.put(text(), text());
        }
        return Collections.unmodifiableMap(values);
    }

    <T> List<T> list(Supplier<T> each) {
        int count = count();
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(each.get());
        }
        return List.copyOf(values);
    }
}
