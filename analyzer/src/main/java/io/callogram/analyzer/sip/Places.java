package io.callogram.analyzer.sip;

import io.callogram.capture.packet.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the messages of a call stand, packed: a dozen bytes a message, so that millions of
/// messages can be found again without being kept. The hash is left out: whoever reads the bytes
/// again makes it again.
public final class Places {
    static final int TRUNCATED = 1;
    static final int GAP = 2;
    static final int SPOOLED = 4;

    /// Above the flags and the transport: whether a correlation follows, or the last one holds.
    static final int TRANSPORT_SHIFT = 3;

    static final int CORRELATION_SHIFT = 6;
    static final int UNCORRELATED = 0;
    static final int CORRELATED = 1;
    static final int SAME = 2;

    private final Endpoints endpoints = new Endpoints();
    private final Writer entries = new Writer(64);
    private int size;
    private long position;
    private long time;
    private @Nullable String correlation;

    public int size() {
        return size;
    }

    public void add(Where where) {
        entries.signed(where.position() - position);
        entries.signed(where.time() - time);
        entries.number(where.position() - where.packet());
        entries.number(where.length());
        entries.number(endpoints.place(where.from()));
        entries.number(endpoints.place(where.to()));
        entries.number(where.source());
        int correlated = correlated(where.correlation());
        entries.number(
                correlated << CORRELATION_SHIFT
                        | where.transport().ordinal() << TRANSPORT_SHIFT
                        | flags(where));
        if (where.stored() < 0) {
            entries.number(~where.stored());
        }
        if (where.correlation() != null && correlated == CORRELATED) {
            entries.text(where.correlation());
            correlation = where.correlation();
        }
        position = where.position();
        time = where.time();
        size++;
    }

    /// The messages of a call mostly have one, or none.
    private int correlated(@Nullable String value) {
        return value == null ? UNCORRELATED : value.equals(correlation) ? SAME : CORRELATED;
    }

    /// In the order in which they were added.
    public PlaceReader reader() {
        return new PlaceReader(entries.bytes, endpoints.all, size);
    }

    /// All that others hold, behind what is here.
    public void addAll(Places more) {
        PlaceReader reader = more.reader();
        while (reader.next()) {
            add(reader.where(reader.length(), 0));
        }
    }

    public static byte[] pack(List<Where> places) {
        Places packed = new Places();
        places.forEach(packed::add);
        return packed.packed();
    }

    public byte[] packed() {
        Writer out = new Writer(entries.used + 64);
        out.number(endpoints.all.size());
        endpoints.all.forEach(out::endpoint);
        out.number(size);
        out.write(entries.bytes, entries.used);
        return out.written();
    }

    public static List<Where> unpack(byte[] packed) {
        return PlaceReader.of(packed).rest();
    }

    private static int flags(Where where) {
        return (where.truncated() ? TRUNCATED : 0)
                | (where.gap() ? GAP : 0)
                | (where.stored() < 0 ? SPOOLED : 0);
    }

    /// Each endpoint once. A call has two or five, which a list finds fastest; a scan has
    /// thousands.
    private static final class Endpoints {
        private static final int FEW = 8;

        private final List<Endpoint> all = new ArrayList<>(2);
        private Map<Endpoint, Integer> beyond = Map.of();

        int place(Endpoint endpoint) {
            for (int i = 0; i < all.size() && i < FEW; i++) {
                if (all.get(i).equals(endpoint)) {
                    return i;
                }
            }
            Integer known = beyond.get(endpoint);
            if (known != null) {
                return known;
            }
            if (all.size() == FEW) {
                beyond = new HashMap<>();
            }
            if (all.size() >= FEW) {
                beyond.put(endpoint, all.size());
            }
            all.add(endpoint);
            return all.size() - 1;
        }
    }

    private static final class Writer {
        private byte[] bytes;
        private int used;

        Writer(int room) {
            bytes = new byte[room];
        }

        byte[] written() {
            return Arrays.copyOf(bytes, used);
        }

        private void write(int value) {
            if (used == bytes.length) {
                bytes = Arrays.copyOf(bytes, used * 2);
            }
            bytes[used++] = (byte) value;
        }

        void write(byte[] more, int length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length, used + length));
            System.arraycopy(more, 0, bytes, used, length);
            used += length;
        }

        void number(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                write((int) (rest & 0x7f | 0x80));
                rest >>>= 7;
            }
            write((int) rest);
        }

        void signed(long value) {
            number(value << 1 ^ value >> 63);
        }

        void fixed(long value) {
            for (int shift = 0; shift < 64; shift += 8) {
                write((int) (value >>> shift));
            }
        }

        void text(String text) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            number(encoded.length);
            write(encoded, encoded.length);
        }

        void endpoint(Endpoint endpoint) {
            number(endpoint.port() * 2L + (endpoint.address().v6() ? 1 : 0));
            fixed(endpoint.address().low());
            if (endpoint.address().v6()) {
                fixed(endpoint.address().high());
            }
        }
    }
}
