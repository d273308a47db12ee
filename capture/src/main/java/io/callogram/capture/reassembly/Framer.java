package io.callogram.capture.reassembly;

import io.callogram.capture.decode.Decoded;
import io.callogram.capture.decode.Decoder;
import io.callogram.capture.decode.EndpointCache;
import io.callogram.capture.decode.StartLine;
import io.callogram.capture.packet.Counters;
import io.callogram.capture.packet.Hash64;
import io.callogram.capture.packet.Incident;
import io.callogram.capture.packet.Payload;
import io.callogram.capture.packet.PayloadSink;
import io.callogram.capture.packet.Transport;

/// Cuts messages out of the contiguous bytes of a stream, whichever framing the stream uses, and
/// sends them on.
final class Framer {

    static final int MAX_MESSAGE = 1 << 20;

    private final Spool spool;
    private final Counters counters;
    private final PayloadSink sink;
    private final Decoded carried = new Decoded();
    private final EndpointCache endpoints = new EndpointCache();

    Framer(Spool spool, Counters counters, PayloadSink sink) {
        this.spool = spool;
        this.counters = counters;
        this.sink = sink;
    }

    Counters counters() {
        return counters;
    }

    void frame(StreamSide side) {
        // A framing may hand over to the next: HTTP to WebSocket within one packet.
        Framing.Mode before;
        do {
            before = side.framing().mode;
            switch (before) {
                case SIP -> SipFraming.frame(side, this);
                case HEP -> HepFraming.frame(side, this);
                case UPGRADE -> HttpUpgrade.frame(side, this);
                case WEBSOCKET -> WebSocketFraming.frame(side, this);
            }
        } while (side.framing().mode != before);
    }

    /// The stream breaks off here: a message that has begun is sent on as far as it got.
    void interrupt(StreamSide side) {
        StreamBuffer buffer = side.buffer();
        Framing framing = side.framing();
        int length = buffer.length();
        if (length > 0) {
            boolean begun =
                    framing.mode == Framing.Mode.SIP
                            && !framing.lost
                            && StartLine.check(buffer.bytes(), buffer.from(), buffer.to())
                                    == StartLine.Verdict.YES;
            if (begun) {
                counters.happened(Incident.STREAM_MESSAGE_INCOMPLETE);
                framing.gap();
                emit(side, buffer.from(), length, Transport.TCP, true);
            } else {
                counters.happened(Incident.STREAM_BYTES_SKIPPED, length);
            }
            buffer.consume(length);
            framing.lose();
        }
    }

    /// Sends a message that stands in the side's buffer.
    void emit(StreamSide side, int index, int length, Transport transport, boolean truncated) {
        StreamBuffer buffer = side.buffer();
        long position = buffer.position(index);
        long stored = position;
        if (!buffer.inPlace(index, length)) {
            long[] records = buffer.records(index, length);
            stored = ~spool.append(records, records.length, buffer.bytes(), index, length);
        }
        send(
                side,
                buffer.bytes(),
                index,
                length,
                transport,
                position,
                stored,
                buffer.time(index, length),
                buffer.record(index, length),
                truncated);
    }

    /// Sends the WebSocket message that was put together in the side's framing; the packet that
    /// completed it is that of the byte at `last`.
    void emitAssembled(StreamSide side, int start, int last) {
        Framing framing = side.framing();
        StreamBuffer buffer = side.buffer();
        int length = framing.messageLength - start;
        long place =
                spool.append(
                        framing.messageRecords,
                        framing.messageRecordCount,
                        framing.message,
                        start,
                        length);
        send(
                side,
                framing.message,
                start,
                length,
                Transport.WS,
                framing.messagePosition + start,
                ~place,
                buffer.time(last, 1),
                buffer.record(last, 1),
                false);
    }

    /// Takes a HEP message apart that stands in the side's buffer, and sends on the SIP in it.
    void emitCarried(StreamSide side, int index, int length) {
        StreamBuffer buffer = side.buffer();
        Decoder.hep(buffer.bytes(), index, length, carried);
        int inside = carried.offset();
        boolean packed = carried.kind() == Decoded.Kind.COMPRESSED;
        if (packed) {
            Unpacking.of(carried);
        } else if (carried.kind() == Decoded.Kind.REFUSED) {
            counters.happened(Incident.STREAM_BYTES_SKIPPED, length);
            return;
        }
        byte[] bytes = carried.bytes();
        int start = StartLine.find(bytes, carried.offset(), carried.length(), false);
        if (carried.kind() != Decoded.Kind.UDP || start < 0) {
            counters.happened(Incident.HEP_NOT_SIP);
            return;
        }
        int sip = carried.offset() + carried.length() - start;
        int at = packed ? inside : start;
        long position = buffer.position(at);
        long stored = position;
        if (packed || !buffer.inPlace(at, sip)) {
            long[] records = buffer.records(index, length);
            stored = ~spool.append(records, records.length, bytes, start, sip);
        }
        int last = index + length - 1;
        count(side, buffer.record(last, 1), false);
        sink.accept(
                new Payload(
                        buffer.time(last, 1),
                        endpoints.source(carried),
                        endpoints.destination(carried),
                        carried.transport(),
                        bytes,
                        start,
                        sip,
                        position,
                        stored,
                        buffer.record(last, 1),
                        Hash64.of(bytes, start, sip),
                        false,
                        side.framing().takeGap(),
                        carried.correlation()));
    }

    private void count(StreamSide side, long record, boolean truncated) {
        side.flow().isSip(counters);
        counters.happened(Incident.SIP_PAYLOAD);
        if (side.completedBefore(record)) {
            counters.coalesced();
        }
        if (truncated) {
            counters.happened(Incident.TRUNCATED_PAYLOAD);
        }
    }

    private void send(
            StreamSide side,
            byte[] bytes,
            int offset,
            int length,
            Transport transport,
            long position,
            long stored,
            long time,
            long record,
            boolean truncated) {
        count(side, record, truncated);
        sink.accept(
                new Payload(
                        time,
                        side.source(),
                        side.destination(),
                        transport,
                        bytes,
                        offset,
                        length,
                        position,
                        stored,
                        record,
                        Hash64.of(bytes, offset, length),
                        truncated,
                        side.framing().takeGap()));
    }
}
