package io.callogram.web.json;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/// A JSON document being written: names with values, objects, arrays.
public final class Json {

    /// Rows are written by few threads, which need not take buffers from each other.
    private static final JsonFactory FACTORY =
            JsonFactory.builder().recyclerPool(JsonRecyclerPools.threadLocalPool()).build();

    private static final long MILLISECOND = 1_000_000L;

    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    /// One object as UTF-8.
    public static byte[] object(Consumer<Json> content) {
        Written bytes = new Written();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            content.accept(new Json(out));
            out.writeEndObject();
        }
        return bytes.all();
    }

    /// The generator has a buffer of its own, which holds most documents whole: they come in one
    /// piece, and are copied once.
    private static final class Written extends OutputStream {
        private byte[] bytes = {};
        private int length;

        @Override
        public void write(byte[] more, int offset, int count) {
            int needed = length + count;
            if (needed > bytes.length) {
                bytes = Arrays.copyOf(bytes, length == 0 ? count : Math.max(needed, length * 2));
            }
            System.arraycopy(more, offset, bytes, length, count);
            length = needed;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        byte[] all() {
            return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        }
    }

    public Json put(String name, @Nullable String value) {
        out.writeName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeString(value);
        }
        return this;
    }

    public Json put(String name, long value) {
        out.writeName(name);
        out.writeNumber(value);
        return this;
    }

    public Json put(String name, double value) {
        out.writeName(name);
        out.writeNumber(value);
        return this;
    }

    public Json put(String name, boolean value) {
        out.writeName(name);
        out.writeBoolean(value);
        return this;
    }

    public Json putNull(String name) {
        out.writeName(name);
        out.writeNull();
        return this;
    }

    public Json putTime(String name, long nanoseconds) {
        return put(name, Timestamps.of(nanoseconds));
    }

    /// A duration in whole milliseconds; null when negative, which means unknown.
    public Json putMilliseconds(String name, long nanoseconds) {
        return nanoseconds < 0 ? putNull(name) : put(name, nanoseconds / MILLISECOND);
    }

    /// A number; null when negative, which means unknown.
    public Json putKnown(String name, long value) {
        return value < 0 ? putNull(name) : put(name, value);
    }

    public Json putKnown(String name, double value) {
        return value < 0 ? putNull(name) : put(name, value);
    }

    public Json object(String name, Consumer<Json> content) {
        out.writeName(name);
        out.writeStartObject();
        content.accept(this);
        out.writeEndObject();
        return this;
    }

    public <T> Json objects(String name, Iterable<T> values, Each<T> each) {
        out.writeName(name);
        out.writeStartArray();
        for (T value : values) {
            out.writeStartObject();
            each.write(this, value);
            out.writeEndObject();
        }
        out.writeEndArray();
        return this;
    }

    public Json texts(String name, Iterable<String> values) {
        out.writeName(name);
        out.writeStartArray();
        values.forEach(out::writeString);
        out.writeEndArray();
        return this;
    }

    public Json numbers(String name, Iterable<Integer> values) {
        out.writeName(name);
        out.writeStartArray();
        values.forEach(value -> out.writeNumber(value.intValue()));
        out.writeEndArray();
        return this;
    }

    public Json strings(String name, Map<String, String> values) {
        return object(name, inner -> values.forEach(inner::put));
    }

    public Json counts(String name, Map<String, Long> values) {
        return object(name, inner -> values.forEach(inner::put));
    }

    /// Pairs, each an array of name and value.
    public Json pairs(String name, Iterable<? extends Map.Entry<String, String>> values) {
        out.writeName(name);
        out.writeStartArray();
        values.forEach(pair -> {
            out.writeStartArray();
            out.writeString(pair.getKey());
            out.writeString(pair.getValue());
            out.writeEndArray();
        });
        out.writeEndArray();
        return this;
    }

    /// Writes one value of an array of objects.
    @FunctionalInterface
    public interface Each<T> {
        void write(Json json, T value);
    }
}
