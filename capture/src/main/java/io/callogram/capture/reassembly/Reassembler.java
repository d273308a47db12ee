package io.callogram.capture.reassembly;

import io.callogram.capture.decode.Decoded;
import io.callogram.capture.decode.Decoder;
import io.callogram.capture.decode.EndpointCache;
import io.callogram.capture.decode.SiftedBlock;
import io.callogram.capture.decode.Sifter;
import io.callogram.capture.packet.Counters;
import io.callogram.capture.packet.Hash64;
import io.callogram.capture.packet.Incident;
import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.Payload;
import io.callogram.capture.packet.PayloadSink;
import io.callogram.capture.packet.Reason;
import io.callogram.capture.packet.Transport;

/// The serial stage: takes sifted blocks in capture order, puts together what came in pieces, and
/// merges it with the datagrams that came whole. One thread.
public final class Reassembler {

    /// Receives the datagrams of a block at their turn.
    @FunctionalInterface
    public interface DatagramSink {
        /// Datagram `index` of `block.datagrams()`.
        void accept(SiftedBlock block, int index);
    }

    private final Spool spool;
    private final PayloadSink sink;
    private final Counters counters = new Counters();
    private final Decoded packet = new Decoded();
    private final EndpointCache endpoints = new EndpointCache();
    private final Arrival arrival = new Arrival();
    private final FragmentTable fragments = new FragmentTable(counters);
    private final SctpTable sctp = new SctpTable(counters);
    private final StreamTable streams;

    /// `sink` receives what was put together; the bytes are lent to it.
    public Reassembler(Spool spool, PayloadSink sink) {
        this.spool = spool;
        this.sink = sink;
        streams = new StreamTable(endpoints, new Framer(spool, counters, sink));
    }

    /// Takes the next block; its whole datagrams go to the same sink.
    public void accept(SiftedBlock block) {
        accept(block, (of, index) -> sink.accept(of.datagrams()[index]));
    }

    /// Takes the next block; its whole datagrams go to `datagrams`, in packet order with what the
    /// sink receives.
    public void accept(SiftedBlock block, DatagramSink datagrams) {
        counters.add(block.counters());
        int next = 0;
        int[] datagramPacket = block.datagramPacket();
        for (int i = 0; i < block.restCount(); i++) {
            int index = block.rest()[i];
            while (next < datagramPacket.length && datagramPacket[next] < index) {
                datagrams.accept(block, next++);
            }
            packet(block.block(), index);
        }
        while (next < datagramPacket.length) {
            datagrams.accept(block, next++);
        }
    }

    /// The capture has ended: what still waits is sent as far as it got, and every packet has its
    /// verdict.
    public void finish() {
        fragments.finish();
        giveUp();
        streams.finish();
        sctp.finish();
    }

    /// Counts of all blocks so far. Before `finish` the packets that wait have no verdict.
    public Counters counters() {
        return counters;
    }

    private void packet(PacketBlock block, int index) {
        Decoder.decode(block, index, packet);
        arrival.bytes = block.bytes();
        arrival.offset = packet.offset();
        arrival.length = packet.length();
        arrival.missing = packet.missing();
        arrival.position = block.base() + packet.offset();
        arrival.inPlace = true;
        arrival.record = block.record()[index];
        arrival.time = block.time()[index];
        arrival.packets = 1;
        route();
        giveUp();
    }

    private void giveUp() {
        FragmentTable.Abandoned next = fragments.nextAbandoned();
        while (next != null) {
            abandoned(next.key(), next.datagram(), next.timedOut());
            next = fragments.nextAbandoned();
        }
    }

    private void route() {
        switch (packet.kind()) {
            case TCP -> streams.accept(packet, arrival);
            case SCTP -> sctp.accept(packet, arrival, new Chunks());
            case FRAGMENT -> fragment();
            case UDP -> Sifter.sipStart(packet, counters, arrival.packets);
            case COMPRESSED -> unpack(new long[] {arrival.record}, false);
            case OTHER, REFUSED -> counters.not(packet.reason(), arrival.packets);
        }
    }

    private void fragment() {
        Datagram whole = fragments.add(packet, arrival);
        if (whole != null) {
            int length = whole.contiguous();
            resume(whole, length, whole.missing(length), false);
        }
    }

    /// A datagram that will not become whole still shows what it began with.
    private void abandoned(FragmentKey key, Datagram datagram, boolean timedOut) {
        if (!datagram.hasStart() || fragments.hasWholeCopy(key)) {
            counters.not(
                    timedOut ? Reason.FRAGMENT_INCOMPLETE : Reason.FRAGMENT_EVICTED,
                    datagram.packets());
            return;
        }
        int length = datagram.contiguous();
        key.restore(packet);
        arrival.time = datagram.firstTime();
        arrival.record = datagram.records()[0];
        resume(datagram, length, Math.max(1, datagram.missing(length)), true);
    }

    /// Goes on decoding behind the reassembled IP header: it may be any transport, or a tunnel with
    /// the fragments of another datagram inside.
    private void resume(Datagram datagram, int length, int missing, boolean gap) {
        byte[] bytes = datagram.bytes(length);
        Decoder.resume(bytes, 0, length, missing, datagram.protocol(), packet);
        long[] records = datagram.records();
        arrival.bytes = bytes;
        arrival.offset = packet.offset();
        arrival.length = packet.length();
        arrival.missing = packet.missing();
        arrival.inPlace = false;
        arrival.packets = datagram.packets();
        if (length > 0) {
            arrival.position = datagram.position(Math.min(packet.offset(), length - 1));
        }
        if (packet.kind() == Decoded.Kind.UDP) {
            datagram(records, gap);
        } else if (packet.kind() == Decoded.Kind.COMPRESSED) {
            unpack(records, gap);
        } else if (gap && packet.kind() == Decoded.Kind.FRAGMENT) {
            counters.not(Reason.FRAGMENT_INCOMPLETE, arrival.packets);
        } else {
            route();
        }
    }

    private void unpack(long[] records, boolean gap) {
        byte[] whole = Unpacking.of(packet);
        if (whole.length == 0) {
            counters.not(Reason.BAD_COMPRESSION, arrival.packets);
            return;
        }
        arrival.bytes = whole;
        arrival.inPlace = false;
        datagram(records, gap);
    }

    private void datagram(long[] records, boolean gap) {
        int start = Sifter.sipStart(packet, counters, arrival.packets);
        if (start < 0) {
            return;
        }
        if (gap) {
            counters.happened(Incident.FRAGMENT_DATAGRAM_DELIVERED_WITH_GAP);
        }
        int length = packet.offset() + packet.length() - start;
        long place = spool.append(records, records.length, packet.bytes(), start, length);
        // What was unpacked has no bytes of its own in the capture: it stands where it was packed.
        int behind = Math.clamp(start - packet.offset(), 0, Math.max(0, arrival.length - 1));
        long position = arrival.position + behind;
        send(packet.transport(), start, length, position, ~place, packet.truncated(), gap);
    }

    private void send(
            Transport transport,
            int offset,
            int length,
            long position,
            long stored,
            boolean truncated,
            boolean gap) {
        sink.accept(
                new Payload(
                        arrival.time,
                        endpoints.source(packet),
                        endpoints.destination(packet),
                        transport,
                        arrival.bytes,
                        offset,
                        length,
                        position,
                        stored,
                        arrival.record,
                        Hash64.of(arrival.bytes, offset, length),
                        truncated,
                        gap,
                        packet.correlation()));
    }

    /// SCTP messages of the packet that is being taken in.
    private final class Chunks implements SctpTable.Whole {

        private boolean completed;

        private void completes() {
            counters.happened(Incident.SIP_PAYLOAD);
            if (completed) {
                counters.coalesced();
            }
            completed = true;
        }

        @Override
        public void inPacket(int offset, int length) {
            completes();
            long position = arrival.position + offset - arrival.offset;
            long stored = position;
            if (!arrival.inPlace) {
                long[] records = {arrival.record};
                stored = ~spool.append(records, 1, arrival.bytes, offset, length);
            }
            send(Transport.SCTP, offset, length, position, stored, arrival.missing > 0, false);
        }

        @Override
        public void inChunks(Part[] chunks) {
            completes();
            long[] records = new long[chunks.length];
            int length = 0;
            for (int i = 0; i < chunks.length; i++) {
                records[i] = chunks[i].record();
                length += chunks[i].bytes().length;
            }
            byte[] whole = new byte[length];
            int at = 0;
            for (Part chunk : chunks) {
                System.arraycopy(chunk.bytes(), 0, whole, at, chunk.bytes().length);
                at += chunk.bytes().length;
            }
            long place = spool.append(records, records.length, whole, 0, length);
            byte[] lent = arrival.bytes;
            arrival.bytes = whole;
            send(Transport.SCTP, 0, length, chunks[0].position(), ~place, false, false);
            arrival.bytes = lent;
        }
    }
}
