package io.callogram.capture.reassembly;

import io.callogram.capture.packet.Counters;
import io.callogram.capture.packet.Endpoint;
import io.callogram.capture.packet.Incident;

/// One direction of a connection: puts segments in order (RFC 9293 §3.4, in 32-bit sequence space)
/// and hands the contiguous bytes to a framing. Offsets are sequence numbers, unwrapped to 64 bits.
final class StreamSide {

    static final int MAX_OUT_OF_ORDER = 256 << 10;
    static final long MAX_WAIT = 60_000_000_000L;

    /// A sequence number this far away belongs to another connection on the same ports.
    private static final int JUMP = 1 << 24;

    private static final int OVERHEAD = 700;

    /// Packets that completed a message lately: a packet that came around others, which were there
    /// before it, completes messages between theirs.
    private static final int REMEMBERED = 16;

    private static final long[] NOBODY = {};

    private final Flow flow;
    private final Endpoint source;
    private final Endpoint destination;
    private final StreamBuffer buffer = new StreamBuffer();
    private final Parts held = new Parts();
    private Framing framing = new Framing();
    private boolean started;
    private boolean fromStart;
    private boolean finished;
    private int initial;
    private long next;
    private long waitingSince;
    private long[] completedBy = NOBODY;
    private long completions;

    StreamSide(Flow flow, Endpoint source, Endpoint destination) {
        this.flow = flow;
        this.source = source;
        this.destination = destination;
    }

    Flow flow() {
        return flow;
    }

    Endpoint source() {
        return source;
    }

    Endpoint destination() {
        return destination;
    }

    StreamBuffer buffer() {
        return buffer;
    }

    Framing framing() {
        return framing;
    }

    /// Whether the packet record that completed a message now has completed one before.
    boolean completedBefore(long record) {
        for (long i = completions - 1; i >= Math.max(0, completions - REMEMBERED); i--) {
            if (completedBy[(int) (i % REMEMBERED)] == record) {
                return true;
            }
        }
        completedBy = completions == 0 ? new long[REMEMBERED] : completedBy;
        completedBy[(int) (completions++ % REMEMBERED)] = record;
        return false;
    }

    /// Whether the connection's opening was captured.
    boolean fromStart() {
        return fromStart;
    }

    boolean isFinished() {
        return finished && held.isEmpty();
    }

    void finish() {
        finished = true;
    }

    /// A SYN was seen; a repeated one changes nothing, another one begins a new connection.
    void open(int sequence, Framer framer) {
        if (fromStart && sequence == initial) {
            return;
        }
        close(framer);
        framing = new Framing();
        started = true;
        fromStart = true;
        finished = false;
        initial = sequence;
        next = (sequence + 1) & 0xffff_ffffL;
    }

    /// Takes in the bytes of a segment that begins at `sequence`.
    void accept(int sequence, Arrival arrival, Framer framer) {
        Counters counters = framer.counters();
        if (!started) {
            started = true;
            next = sequence & 0xffff_ffffL;
            framing.lose();
        }
        int distance = distance(sequence);
        if (Math.abs((long) distance) > JUMP) {
            counters.happened(Incident.STREAM_SEQUENCE_JUMP);
            close(framer);
            next = sequence & 0xffff_ffffL;
            framing.gap();
            distance = 0;
        }
        if (distance > 0) {
            hold(distance, arrival, counters);
        } else {
            inOrder(-distance, arrival, framer);
        }
        drain(framer);
        while (!held.isEmpty()
                && (held.heldBytes() > MAX_OUT_OF_ORDER
                        || held.size() > MAX_OUT_OF_ORDER / 64
                        || arrival.time - waitingSince > MAX_WAIT)) {
            counters.happened(Incident.STREAM_OUT_OF_ORDER_LIMIT);
            stepOverHole(framer);
        }
        buffer.settle();
    }

    private int distance(int sequence) {
        return sequence - (int) next;
    }

    private void hold(int distance, Arrival arrival, Counters counters) {
        if (held.isEmpty()) {
            waitingSince = arrival.time;
        }
        counters.happened(Incident.STREAM_OUT_OF_ORDER);
        overlap(held.add(next + distance, arrival), counters);
    }

    private static void overlap(Parts.Overlap overlap, Counters counters) {
        switch (overlap) {
            case NONE -> {}
            case EQUAL -> counters.happened(Incident.STREAM_RETRANSMISSION);
            case CONFLICTING -> {
                counters.happened(Incident.STREAM_RETRANSMISSION);
                counters.happened(Incident.STREAM_CONFLICTING_RETRANSMISSION);
            }
        }
    }

    /// `old` bytes of the segment have been seen before; the rest follows on what is there, up to
    /// the first held part, whose bytes came earlier.
    private void inOrder(int old, Arrival arrival, Framer framer) {
        int wire = arrival.length + arrival.missing;
        if (old > 0) {
            boolean conflicting = buffer.conflicts(old, arrival, Math.min(old, arrival.length));
            overlap(
                    conflicting ? Parts.Overlap.CONFLICTING : Parts.Overlap.EQUAL,
                    framer.counters());
            if (old >= wire) {
                return;
            }
        }
        arrival.skip(old);
        if (!held.isEmpty() && held.first().offset() < next + wire - old) {
            overlap(held.add(next, arrival), framer.counters());
            return;
        }
        if (arrival.length > 0) {
            buffer.append(arrival);
            framer.frame(this);
        }
        next += wire - old;
        if (arrival.missing > 0) {
            cut(framer);
        }
    }

    private void drain(Framer framer) {
        while (!held.isEmpty() && held.first().offset() <= next) {
            Part part = held.removeFirst();
            int old = (int) (next - part.offset());
            if (part.bytes().length > old) {
                buffer.append(part, old);
                framer.frame(this);
            }
            next = Math.max(next, part.end());
            if (part.bytes().length < part.wire()) {
                cut(framer);
            }
        }
    }

    /// The snap length cut a segment: its end will never come.
    private void cut(Framer framer) {
        framer.interrupt(this);
        framing.gap();
    }

    /// The receiver has all bytes before this number: what is missing of them was not captured, and
    /// whoever acknowledges it answers it, too.
    void acknowledged(int number, Framer framer) {
        while (!held.isEmpty() && isBeyondHole(number)) {
            stepOverHole(framer);
        }
        buffer.settle();
    }

    private boolean isBeyondHole(int number) {
        int beyond = number - (int) held.first().offset();
        return beyond >= 0 && beyond <= JUMP;
    }

    private void stepOverHole(Framer framer) {
        framer.counters().happened(Incident.STREAM_GAP);
        framer.interrupt(this);
        framing.gap();
        next = held.first().offset();
        drain(framer);
        if (!held.isEmpty()) {
            waitingSince = held.first().time();
        }
    }

    /// Whether a hole has been waited for long enough.
    boolean isStuck(long now) {
        return !held.isEmpty() && now - waitingSince > MAX_WAIT;
    }

    /// Whether more bytes could still make SIP of what is here.
    boolean isPending() {
        return !held.isEmpty() || buffer.length() > 0;
    }

    boolean isWaiting() {
        return !held.isEmpty();
    }

    void unstick(Framer framer) {
        framer.counters().happened(Incident.STREAM_OUT_OF_ORDER_LIMIT);
        stepOverHole(framer);
        buffer.settle();
    }

    /// Nothing more will come: holes stay holes.
    void close(Framer framer) {
        while (!held.isEmpty()) {
            stepOverHole(framer);
        }
        framer.interrupt(this);
        buffer.settle();
    }

    int memory() {
        return OVERHEAD + buffer.memory() + held.heldBytes() + held.size() * 80 + framing.memory();
    }
}
