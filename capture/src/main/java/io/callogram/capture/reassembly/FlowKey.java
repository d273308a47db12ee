package io.callogram.capture.reassembly;

import io.callogram.capture.decode.Decoded;

/// Both directions of one connection: the lower endpoint first.
record FlowKey(long lowHigh, long lowLow, long highHigh, long highLow, int ports, int depth) {

    static FlowKey of(Decoded d) {
        int forward = d.sourcePort() << 16 | d.destinationPort();
        int backward = d.destinationPort() << 16 | d.sourcePort();
        return isForward(d)
                ? new FlowKey(
                        d.sourceHigh(),
                        d.sourceLow(),
                        d.destinationHigh(),
                        d.destinationLow(),
                        forward,
                        d.packetsInPackets())
                : new FlowKey(
                        d.destinationHigh(),
                        d.destinationLow(),
                        d.sourceHigh(),
                        d.sourceLow(),
                        backward,
                        d.packetsInPackets());
    }

    /// Whether the packet goes from the lower endpoint to the higher.
    static boolean isForward(Decoded d) {
        int order = Long.compareUnsigned(d.sourceHigh(), d.destinationHigh());
        if (order == 0) {
            order = Long.compareUnsigned(d.sourceLow(), d.destinationLow());
        }
        return order == 0 ? d.sourcePort() <= d.destinationPort() : order < 0;
    }

    @Override
    public int hashCode() {
        long mixed = (lowLow * 31 + highLow) * 31 + (lowHigh ^ highHigh);
        mixed = (mixed ^ ports) * 0x9e37_79b9_7f4a_7c15L;
        return (int) (mixed >>> 32) + depth;
    }
}
