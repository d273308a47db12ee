package io.callogram.capture.decode;

import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.IpAddress;
import org.jspecify.annotations.Nullable;

/// Hands out one `Endpoint` for equal addresses and ports, so that millions of payloads hold a few
/// objects. Forgets on collision; one per thread.
public final class EndpointCache {

    private static final int SLOTS = 1 << 13;

    private final @Nullable Endpoint[] slots = new @Nullable Endpoint[SLOTS];

    public Endpoint source(Decoded packet) {
        return of(packet.v6, packet.sourceHigh, packet.sourceLow, packet.sourcePort);
    }

    public Endpoint destination(Decoded packet) {
        return of(packet.v6, packet.destinationHigh, packet.destinationLow, packet.destinationPort);
    }

    public Endpoint of(boolean v6, long high, long low, int port) {
        long mixed = (low * 31 + high) * 0x9e37_79b9_7f4a_7c15L + port * 0xc2b2_ae3d_27d4_eb4fL;
        int slot = (int) (mixed >>> 51);
        Endpoint known = slots[slot];
        if (known != null
                && known.port() == port
                && known.address().low() == low
                && known.address().high() == high
                && known.address().v6() == v6) {
            return known;
        }
        Endpoint fresh = new Endpoint(new IpAddress(high, low, v6), port);
        slots[slot] = fresh;
        return fresh;
    }
}
