package io.callogram.analyzer.sip;

import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.IpAddress;
import io.callogram.capture.packet.Transport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Goes through packed places, in the order in which they were added.
public final class PlaceReader {
    private static final int TRANSPORT_MASK = 7;
    private static final Transport[] TRANSPORTS = Transport.values();

    private final byte[] bytes;
    private final List<Endpoint> endpoints;
    private int left;
    private int at;
    private long position;
    private long time;
    private long packet;
    private int length;
    private int from;
    private int to;
    private int source;
    private int flags;
    private long stored;
    private @Nullable String correlation;

    PlaceReader(byte[] bytes, List<Endpoint> endpoints, int count) {
        this.bytes = bytes;
        this.endpoints = endpoints;
        this.left = count;
    }

    /// Of what `Places.pack` made.
    public static PlaceReader of(byte[] packed) {
        List<Endpoint> endpoints = new ArrayList<>();
        PlaceReader reader = new PlaceReader(packed, endpoints, 0);
        for (long i = reader.number(); i > 0; i--) {
            endpoints.add(reader.endpoint());
        }
        reader.left = (int) reader.number();
        return reader;
    }

    List<Where> rest() {
        List<Where> places = new ArrayList<>(left);
        while (next()) {
            places.add(where(length, 0));
        }
        return places;
    }

    /// Moves to the next place; false when there is none.
    public boolean next() {
        if (left == 0) {
            return false;
        }
        left--;
        position += signed();
        time += signed();
        packet = position - number();
        length = (int) number();
        from = (int) number();
        to = (int) number();
        source = (int) number();
        flags = (int) number();
        stored = (flags & Places.SPOOLED) == 0 ? position : ~number();
        if (flags >> Places.CORRELATION_SHIFT == Places.CORRELATED) {
            correlation = text();
        }
        return true;
    }

    /// How many follow.
    public int left() {
        return left;
    }

    public long position() {
        return position;
    }

    public long stored() {
        return stored;
    }

    public int length() {
        return length;
    }

    /// The place.
    ///
    /// @param there how many bytes there still are
    /// @param hash over them
    public Where where(int there, long hash) {
        return new Where(
                source,
                position,
                stored,
                packet,
                there,
                time,
                endpoints.get(from),
                endpoints.get(to),
                TRANSPORTS[flags >> Places.TRANSPORT_SHIFT & TRANSPORT_MASK],
                hash,
                (flags & Places.TRUNCATED) != 0,
                (flags & Places.GAP) != 0,
                flags >> Places.CORRELATION_SHIFT == Places.UNCORRELATED ? null : correlation);
    }

    private long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    private long fixed() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 8) {
            value |= (bytes[at++] & 0xffL) << shift;
        }
        return value;
    }

    private String text() {
        int size = (int) number();
        at += size;
        return new String(bytes, at - size, size, StandardCharsets.UTF_8);
    }

    private Endpoint endpoint() {
        long head = number();
        long low = fixed();
        IpAddress address = (head & 1) == 1 ? IpAddress.v6(fixed(), low) : IpAddress.v4((int) low);
        return new Endpoint(address, (int) (head >>> 1));
    }
}
