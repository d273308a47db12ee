package io.callogram.capture.reassembly;

import io.callogram.capture.decode.Decoded;

/// What fragments of one datagram have in common (RFC 791 §3.2, RFC 8200 §4.5), and how deep in
/// tunnels they were: the same datagram is often captured both inside a tunnel and outside.
record FragmentKey(
        long sourceHigh,
        long sourceLow,
        long destinationHigh,
        long destinationLow,
        int id,
        int protocol,
        int depth,
        boolean v6) {

    static FragmentKey of(Decoded fragment) {
        return new FragmentKey(
                fragment.sourceHigh(),
                fragment.sourceLow(),
                fragment.destinationHigh(),
                fragment.destinationLow(),
                fragment.fragmentId(),
                fragment.v6() ? -1 : fragment.protocol(),
                fragment.packetsInPackets(),
                fragment.v6());
    }

    /// The same for all copies of a datagram.
    FragmentKey anyDepth() {
        return new FragmentKey(
                sourceHigh, sourceLow, destinationHigh, destinationLow, id, protocol, 0, v6);
    }

    /// Makes `packet` describe the fragments' datagram again.
    void restore(Decoded packet) {
        packet.address(v6, sourceHigh, sourceLow, destinationHigh, destinationLow, depth);
    }
}
