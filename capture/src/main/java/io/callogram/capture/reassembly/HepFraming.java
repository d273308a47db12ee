package io.callogram.capture.reassembly;

import io.callogram.capture.packet.Bytes;
import io.callogram.capture.packet.Incident;

/// HEP version 3 in a stream: each message begins with its magic and its length. Behind damage or a
/// hole the next magic is looked for.
final class HepFraming {

    private static final int MAGIC = 0x4845_5033;
    private static final int HEADER = 6;

    private HepFraming() {}

    /// The length may not have come yet.
    static boolean mayBegin(StreamBuffer buffer) {
        return buffer.length() >= Integer.BYTES && buffer.length() < HEADER
                ? Bytes.i32(buffer.bytes(), buffer.from()) == MAGIC
                : begins(buffer);
    }

    private static boolean begins(StreamBuffer buffer) {
        return begins(buffer.bytes(), buffer.from(), buffer.length());
    }

    static boolean begins(byte[] bytes, int offset, int length) {
        return length >= HEADER
                && Bytes.i32(bytes, offset) == MAGIC
                && Bytes.u16(bytes, offset + 4) >= HEADER;
    }

    static void frame(StreamSide side, Framer framer) {
        StreamBuffer buffer = side.buffer();
        Framing framing = side.framing();
        while (buffer.length() >= HEADER) {
            if (!begins(buffer)) {
                framing.lose();
                search(side, framer);
                continue;
            }
            framing.lost = false;
            int length = Bytes.u16(buffer.bytes(), buffer.from() + 4);
            if (buffer.length() < length) {
                return;
            }
            framer.emitCarried(side, buffer.from(), length);
            buffer.consume(length);
        }
    }

    /// Up to the next magic; at least one byte, because there is none here.
    private static void search(StreamSide side, Framer framer) {
        StreamBuffer buffer = side.buffer();
        int at = buffer.from() + 1;
        while (at + HEADER <= buffer.to() && Bytes.i32(buffer.bytes(), at) != MAGIC) {
            at++;
        }
        int skipped = at - buffer.from();
        if (side.flow().carries() == Flow.Carries.SIP) {
            framer.counters().happened(Incident.STREAM_BYTES_SKIPPED, skipped);
        }
        buffer.consume(skipped);
    }
}
