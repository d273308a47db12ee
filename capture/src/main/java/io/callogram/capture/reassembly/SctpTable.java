package io.callogram.capture.reassembly;

import io.callogram.capture.decode.Decoded;
import io.callogram.capture.decode.StartLine;
import io.callogram.capture.packet.Bytes;
import io.callogram.capture.packet.Counters;
import io.callogram.capture.packet.Incident;
import io.callogram.capture.packet.Reason;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// DATA chunks (RFC 9260 §3.3.1): a whole SIP message in one, or in several with consecutive
/// transmission sequence numbers (RFC 4168).
final class SctpTable {

    static final int MAX_CHUNKS = 16_384;
    static final long MAX_MEMORY = 16L << 20;

    private static final int DATA = 0;
    private static final int HEADER = 16;
    private static final int LAST = 1;
    private static final int FIRST = 2;
    private static final int OVERHEAD = 200;

    /// Receives a message that is whole.
    interface Whole {
        /// Stands in the arrived packet.
        void inPacket(int offset, int length);

        /// Came in several chunks, in order.
        void inChunks(Part[] chunks);
    }

    private record ChunkKey(
            long sourceHigh,
            long sourceLow,
            long destinationHigh,
            long destinationLow,
            int ports,
            int stream,
            int sequence) {

        static ChunkKey of(Decoded d, int stream, int sequence) {
            return new ChunkKey(
                    d.sourceHigh(),
                    d.sourceLow(),
                    d.destinationHigh(),
                    d.destinationLow(),
                    d.sourcePort() << 16 | d.destinationPort(),
                    stream,
                    sequence);
        }

        ChunkKey at(int other) {
            return new ChunkKey(
                    sourceHigh, sourceLow, destinationHigh, destinationLow, ports, stream, other);
        }
    }

    /// A chunk that waits for its neighbours, with the packets it has to answer for.
    private record Chunk(Part part, int flags, long packets) {}

    private final LinkedHashMap<ChunkKey, Chunk> waiting = new LinkedHashMap<>();
    private final Counters counters;
    private long memory;

    SctpTable(Counters counters) {
        this.counters = counters;
    }

    /// Gives the packet its one verdict: SIP, waiting with the first chunk that waits, or other.
    void accept(Decoded packet, Arrival arrival, Whole whole) {
        byte[] bytes = arrival.bytes;
        int end = arrival.offset + arrival.length;
        boolean sip = false;
        for (int at = arrival.offset; at >= 0; at = next(bytes, at, end)) {
            if (isData(bytes, at, end) && flags(bytes, at) == (FIRST | LAST)) {
                sip |= message(bytes, at + HEADER, stop(bytes, at, end), whole);
            }
        }
        if (sip) {
            counters.sip(arrival.packets);
        }
        boolean held = false;
        for (int at = arrival.offset; at >= 0; at = next(bytes, at, end)) {
            int flags = isData(bytes, at, end) ? flags(bytes, at) : FIRST | LAST;
            int stop = stop(bytes, at, end);
            if (flags != (FIRST | LAST) && mayBeSip(bytes, at, stop, flags)) {
                long answers = sip || held ? 0 : arrival.packets;
                held = true;
                hold(packet, arrival, at, stop, flags, answers, whole);
            }
        }
        if (!sip && !held) {
            counters.not(Reason.SCTP, arrival.packets);
        }
    }

    /// Where the next chunk begins, -1 behind the last one.
    private static int next(byte[] bytes, int at, int end) {
        int length = at + 4 <= end ? Bytes.u16(bytes, at + 2) : 0;
        int next = at + ((length + 3) & ~3);
        return length < 4 || next + 4 > end ? -1 : next;
    }

    private static boolean isData(byte[] bytes, int at, int end) {
        return at + 4 <= end && bytes[at] == DATA && at + HEADER < stop(bytes, at, end);
    }

    private static int stop(byte[] bytes, int at, int end) {
        return at + 4 <= end ? Math.min(end, at + Bytes.u16(bytes, at + 2)) : end;
    }

    private static int flags(byte[] bytes, int at) {
        return bytes[at + 1] & (FIRST | LAST);
    }

    private static boolean message(byte[] bytes, int from, int stop, Whole whole) {
        int start = StartLine.find(bytes, from, stop - from, false);
        if (start >= 0) {
            whole.inPacket(start, stop - start);
        }
        return start >= 0;
    }

    /// A first chunk shows it; of the others only those without a protocol identifier can be SIP.
    private static boolean mayBeSip(byte[] bytes, int at, int stop, int flags) {
        return (flags & FIRST) != 0
                ? StartLine.check(bytes, at + HEADER, stop) == StartLine.Verdict.YES
                : Bytes.i32(bytes, at + 12) == 0;
    }

    private void hold(
            Decoded packet,
            Arrival arrival,
            int at,
            int stop,
            int flags,
            long answers,
            Whole whole) {
        ChunkKey key =
                ChunkKey.of(
                        packet, Bytes.u16(arrival.bytes, at + 8), Bytes.i32(arrival.bytes, at + 4));
        int from = at + HEADER - arrival.offset;
        int length = stop - at - HEADER;
        Chunk fresh = new Chunk(arrival.part(0, from, length), flags, answers);
        Chunk old = waiting.putIfAbsent(key, fresh);
        if (old != null) {
            waiting.replace(key, new Chunk(old.part, old.flags, old.packets + answers));
            return;
        }
        memory += length + OVERHEAD;
        complete(key, whole);
        while (waiting.size() > MAX_CHUNKS || memory > MAX_MEMORY) {
            counters.happened(Incident.SCTP_MESSAGE_EVICTED);
            giveUp();
        }
    }

    private void complete(ChunkKey key, Whole whole) {
        int first = reach(key, -1, FIRST);
        int last = reach(key, 1, LAST);
        if (flagsAt(key, first, FIRST) == 0 || flagsAt(key, last, LAST) == 0) {
            return;
        }
        Part[] chunks = new Part[last - first + 1];
        for (int i = 0; i < chunks.length; i++) {
            Chunk chunk = take(key.at(first + i));
            if (chunk != null) {
                counters.sip(chunk.packets);
                chunks[i] = chunk.part;
            }
        }
        whole.inChunks(chunks);
    }

    /// The farthest sequence number in one direction without a hole, up to the chunk with `flag`.
    private int reach(ChunkKey key, int step, int flag) {
        int sequence = key.sequence;
        while (flagsAt(key, sequence, flag) == 0 && waiting.containsKey(key.at(sequence + step))) {
            sequence += step;
        }
        return sequence;
    }

    private int flagsAt(ChunkKey key, int sequence, int flag) {
        Chunk chunk = waiting.get(key.at(sequence));
        return chunk == null ? 0 : chunk.flags & flag;
    }

    private @Nullable Chunk take(ChunkKey key) {
        Chunk chunk = waiting.remove(key);
        memory -= chunk == null ? 0 : chunk.part.bytes().length + OVERHEAD;
        return chunk;
    }

    private void giveUp() {
        Chunk chunk = take(waiting.firstEntry().getKey());
        if (chunk != null) {
            counters.not(Reason.SCTP_INCOMPLETE, chunk.packets);
        }
    }

    void finish() {
        while (!waiting.isEmpty()) {
            giveUp();
        }
    }
}
