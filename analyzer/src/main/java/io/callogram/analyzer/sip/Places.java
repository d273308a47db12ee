package io.callogram.analyzer.sip;

import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.IpAddress;
import io.callogram.capture.packet.Transport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the messages of a call stand, packed: a dozen bytes a message, so that millions of
/// finished calls can be found again without keeping their messages. The hash is left out: whoever
/// reads the bytes again makes it again.
public final class Places {
    private static final int TRUNCATED = 1;
    private static final int GAP = 2;
    private static final int SPOOLED = 4;

    private Places() {}

    public static byte[] pack(List<Where> places) {
        Endpoints endpoints = new Endpoints();
        for (Where where : places) {
            endpoints.add(where.from());
            endpoints.add(where.to());
        }
        Writer out = new Writer();
        out.number(endpoints.all.size());
        endpoints.all.forEach(out::endpoint);
        out.number(places.size());
        Where before = null;
        for (Where where : places) {
            out.signed(where.position() - (before == null ? 0 : before.position()));
            out.signed(where.time() - (before == null ? 0 : before.time()));
            out.number(where.position() - where.packet());
            out.number(where.length());
            out.number(endpoints.indexOf(where.from()));
            out.number(endpoints.indexOf(where.to()));
            out.number(where.source());
            out.number(where.transport().ordinal() << 3 | flags(where));
            if (where.stored() < 0) {
                out.number(~where.stored());
            }
            before = where;
        }
        return out.written();
    }

    public static List<Where> unpack(byte[] packed) {
        Reader in = new Reader(packed);
        List<Endpoint> endpoints = new ArrayList<>();
        for (long i = in.number(); i > 0; i--) {
            endpoints.add(in.endpoint());
        }
        int count = (int) in.number();
        List<Where> places = new ArrayList<>(count);
        long position = 0;
        long time = 0;
        for (int i = 0; i < count; i++) {
            position += in.signed();
            time += in.signed();
            long packet = position - in.number();
            int length = (int) in.number();
            Endpoint from = endpoints.get((int) in.number());
            Endpoint to = endpoints.get((int) in.number());
            int source = (int) in.number();
            int flags = (int) in.number();
            long stored = (flags & SPOOLED) == 0 ? position : ~in.number();
            Transport transport = Transport.values()[flags >> 3];
            places.add(
                    new Where(
                            source,
                            position,
                            stored,
                            packet,
                            length,
                            time,
                            from,
                            to,
                            transport,
                            0,
                            (flags & TRUNCATED) != 0,
                            (flags & GAP) != 0));
        }
        return places;
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

        private final List<Endpoint> all = new ArrayList<>();
        private final Map<Endpoint, Integer> beyond = new HashMap<>();

        void add(Endpoint endpoint) {
            if (indexOf(endpoint) < 0) {
                if (all.size() >= FEW) {
                    beyond.put(endpoint, all.size());
                }
                all.add(endpoint);
            }
        }

        int indexOf(Endpoint endpoint) {
            for (int i = 0; i < all.size() && i < FEW; i++) {
                if (all.get(i).equals(endpoint)) {
                    return i;
                }
            }
            return all.size() <= FEW ? -1 : beyond.getOrDefault(endpoint, -1);
        }
    }

    private static final class Writer {
        private byte[] bytes = new byte[256];
        private int used;

        byte[] written() {
            return Arrays.copyOf(bytes, used);
        }

        private void write(int value) {
            if (used == bytes.length) {
                bytes = Arrays.copyOf(bytes, used * 2);
            }
            bytes[used++] = (byte) value;
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

        void endpoint(Endpoint endpoint) {
            number(endpoint.port() * 2L + (endpoint.address().v6() ? 1 : 0));
            fixed(endpoint.address().low());
            if (endpoint.address().v6()) {
                fixed(endpoint.address().high());
            }
        }
    }

    private static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        long number() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[at++];
                value |= (next & 0x7fL) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        long signed() {
            long value = number();
            return value >>> 1 ^ -(value & 1);
        }

        long fixed() {
            long value = 0;
            for (int shift = 0; shift < 64; shift += 8) {
                value |= (bytes[at++] & 0xffL) << shift;
            }
            return value;
        }

        Endpoint endpoint() {
            long head = number();
            long low = fixed();
            IpAddress address =
                    (head & 1) == 1 ? IpAddress.v6(fixed(), low) : IpAddress.v4((int) low);
            return new Endpoint(address, (int) (head >>> 1));
        }
    }
}
