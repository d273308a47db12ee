package io.callogram.capture.reassembly;

import io.callogram.capture.decode.Decoded;
import io.callogram.capture.decode.EndpointCache;
import io.callogram.capture.packet.Counters;
import io.callogram.capture.packet.Reason;
import org.jspecify.annotations.Nullable;

/// One TCP connection: its two directions, and whether it carries SIP.
final class Flow {

    /// What the connection carries, as far as it is known.
    enum Carries {
        UNDECIDED,
        SIP,
        OTHER
    }

    private static final int OVERHEAD = 300;

    private final FlowKey key;
    private Carries carries = Carries.UNDECIDED;
    private @Nullable StreamSide forward;
    private @Nullable StreamSide backward;
    private long undecidedPackets;
    private int undecidedSegments;
    private int memory = OVERHEAD;

    Flow(FlowKey key) {
        this.key = key;
    }

    FlowKey key() {
        return key;
    }

    Carries carries() {
        return carries;
    }

    StreamSide side(Decoded d, EndpointCache endpoints) {
        boolean isForward = FlowKey.isForward(d);
        StreamSide side = isForward ? forward : backward;
        if (side == null) {
            side = new StreamSide(this, endpoints.source(d), endpoints.destination(d));
            if (isForward) {
                forward = side;
            } else {
                backward = side;
            }
        }
        return side;
    }

    /// What comes from the other end, as far as there was anything.
    @Nullable StreamSide opposite(Decoded d) {
        return FlowKey.isForward(d) ? backward : forward;
    }

    @Nullable StreamSide forward() {
        return forward;
    }

    @Nullable StreamSide backward() {
        return backward;
    }

    /// Gives a packet with payload its verdict, or keeps it until the flow is decided.
    void packets(long count, Counters counters) {
        switch (carries) {
            case SIP -> counters.sip(count);
            case OTHER -> counters.not(Reason.TCP_OTHER, count);
            case UNDECIDED -> {
                undecidedPackets += count;
                undecidedSegments++;
            }
        }
    }

    /// A handshake proves nothing either way: the count starts again behind it.
    void decideLater() {
        undecidedSegments = 0;
    }

    int undecidedSegments() {
        return undecidedSegments;
    }

    void isSip(Counters counters) {
        if (carries != Carries.SIP) {
            carries = Carries.SIP;
            counters.sip(undecidedPackets);
            undecidedPackets = 0;
        }
    }

    /// From now on the flow costs a look-up per packet and no memory for bytes.
    void isOther(Counters counters) {
        if (carries == Carries.UNDECIDED) {
            carries = Carries.OTHER;
            counters.not(Reason.TCP_OTHER, undecidedPackets);
            undecidedPackets = 0;
            forward = null;
            backward = null;
        }
    }

    void isOver(Counters counters) {
        counters.not(Reason.TCP_UNDECIDED, undecidedPackets);
        undecidedPackets = 0;
    }

    /// SIP after all: a segment that begins with a start line.
    void revive() {
        carries = Carries.UNDECIDED;
        undecidedSegments = 0;
    }

    boolean isFinished() {
        return (forward == null || forward.isFinished())
                && (backward == null || backward.isFinished());
    }

    /// Difference to what was last reported.
    int memoryChange() {
        int now = OVERHEAD;
        now += forward == null ? 0 : forward.memory();
        now += backward == null ? 0 : backward.memory();
        int change = now - memory;
        memory = now;
        return change;
    }

    int memory() {
        return memory;
    }
}
