package io.callogram.capture.reassembly;

import io.callogram.capture.decode.StartLine;
import io.callogram.capture.packet.Bytes;
import io.callogram.capture.packet.Incident;
import io.callogram.capture.packet.Transport;
import java.util.Arrays;

/// SIP in WebSocket messages, one in each (RFC 7118 §5). Frames may be masked, and a message may
/// come in several (RFC 6455 §5).
final class WebSocketFraming {

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PONG = 10;

    /// Longer than any start line that is worth waiting for.
    private static final int MAX_BEGINNING = 2048;

    private WebSocketFraming() {}

    /// Whether a frame begins here whose payload begins like SIP: a capture may begin, or be cut,
    /// behind the handshake, and whoever masks a message hides its start line.
    static boolean begins(StreamBuffer buffer) {
        byte[] bytes = buffer.bytes();
        int opcode = buffer.length() == 0 ? CLOSE : bytes[buffer.from()] & 0x7f;
        if (opcode != TEXT && opcode != BINARY) {
            return false;
        }
        int header = headerLength(buffer);
        int length = Math.min(buffer.length() - header, MAX_BEGINNING);
        if (length <= 0) {
            return false;
        }
        int start = buffer.from() + header;
        boolean masked = bytes[buffer.from() + 1] < 0;
        byte[] beginning = new byte[length];
        unmask(bytes, start, length, masked ? Bytes.i32(bytes, start - 4) : 0, beginning, 0);
        return StartLine.check(beginning, 0, length) == StartLine.Verdict.YES;
    }

    private static void unmask(byte[] from, int start, int length, int mask, byte[] into, int at) {
        for (int i = 0; i < length; i++) {
            into[at + i] = (byte) (from[start + i] ^ (mask >>> (24 - 8 * (i & 3))));
        }
    }

    static void frame(StreamSide side, Framer framer) {
        StreamBuffer buffer = side.buffer();
        Framing framing = side.framing();
        while (buffer.length() > 0) {
            if (framing.skip > 0) {
                int gone = (int) Math.min(framing.skip, buffer.length());
                framing.skip -= gone;
                buffer.consume(gone);
                continue;
            }
            int header = headerLength(buffer);
            if (buffer.length() < header) {
                return;
            }
            long length = payloadLength(buffer);
            if (!isKnown(buffer.bytes()[buffer.from()])) {
                framer.counters().happened(Incident.STREAM_BYTES_SKIPPED, buffer.length());
                buffer.consume(buffer.length());
                return;
            }
            if (length < 0 || length > Framer.MAX_MESSAGE) {
                framer.counters().happened(Incident.WEBSOCKET_TOO_LARGE);
                framing.skip = length < 0 ? Long.MAX_VALUE : length;
                framing.endMessage();
                buffer.consume(header);
                continue;
            }
            if (buffer.length() < header + length) {
                return;
            }
            frame(side, framer, buffer.from() + header, (int) length);
            buffer.consume(header + (int) length);
        }
    }

    private static int headerLength(StreamBuffer buffer) {
        if (buffer.length() < 2) {
            return 2;
        }
        int second = buffer.bytes()[buffer.from() + 1];
        int length = second & 127;
        return 2 + (length == 127 ? 8 : length == 126 ? 2 : 0) + (second < 0 ? 4 : 0);
    }

    private static long payloadLength(StreamBuffer buffer) {
        int at = buffer.from() + 1;
        int length = buffer.bytes()[at] & 127;
        return switch (length) {
            case 126 -> Bytes.u16(buffer.bytes(), at + 1);
            case 127 -> Bytes.i64(buffer.bytes(), at + 1);
            default -> length;
        };
    }

    /// Extensions would set reserved bits; SIP over WebSocket uses none.
    private static boolean isKnown(byte first) {
        int opcode = first & 15;
        return (first & 0x70) == 0 && (opcode <= BINARY || (opcode >= CLOSE && opcode <= PONG));
    }

    private static void frame(StreamSide side, Framer framer, int start, int length) {
        StreamBuffer buffer = side.buffer();
        byte[] bytes = buffer.bytes();
        int opcode = bytes[buffer.from()] & 15;
        boolean last = bytes[buffer.from()] < 0;
        boolean masked = bytes[buffer.from() + 1] < 0;
        if (opcode >= CLOSE) {
            framer.counters().happened(Incident.WEBSOCKET_CONTROL_FRAME);
            return;
        }
        if (opcode == TEXT || opcode == BINARY) {
            side.framing().endMessage();
            if (last && !masked) {
                whole(side, framer, start, length);
                return;
            }
        }
        if (opcode == CONTINUATION && side.framing().messageLength == 0) {
            framer.counters().happened(Incident.STREAM_BYTES_SKIPPED, length);
            return;
        }
        collect(side, framer, start, length, masked);
        if (last) {
            assembled(side, framer, start + length - 1);
        }
    }

    private static void whole(StreamSide side, Framer framer, int start, int length) {
        byte[] bytes = side.buffer().bytes();
        int sip = StartLine.find(bytes, start, length, false);
        if (sip >= 0) {
            framer.emit(side, sip, start + length - sip, Transport.WS, false);
        } else {
            notSip(bytes, start, length, framer);
        }
    }

    private static void collect(
            StreamSide side, Framer framer, int start, int length, boolean masked) {
        Framing framing = side.framing();
        StreamBuffer buffer = side.buffer();
        int total = framing.messageLength + length;
        if (total > Framer.MAX_MESSAGE) {
            framer.counters().happened(Incident.WEBSOCKET_TOO_LARGE);
            framing.endMessage();
            return;
        }
        if (framing.messageLength == 0) {
            framing.messagePosition = buffer.position(Math.min(start, buffer.to() - 1));
        }
        if (total > framing.message.length) {
            framing.message = Arrays.copyOf(framing.message, Integer.highestOneBit(total) * 2);
        }
        byte[] from = buffer.bytes();
        int mask = masked ? Bytes.i32(from, start - 4) : 0;
        unmask(from, start, length, mask, framing.message, framing.messageLength);
        framing.messageLength = total;
        for (long record : buffer.records(start, length)) {
            framing.addRecord(record);
        }
    }

    private static void assembled(StreamSide side, Framer framer, int last) {
        Framing framing = side.framing();
        int sip = StartLine.find(framing.message, 0, framing.messageLength, false);
        if (sip >= 0) {
            framer.emitAssembled(side, sip, last);
        } else {
            notSip(framing.message, 0, framing.messageLength, framer);
        }
        framing.endMessage();
    }

    private static void notSip(byte[] bytes, int start, int length, Framer framer) {
        boolean blank = length <= 4;
        for (int i = start; blank && i < start + length; i++) {
            blank = bytes[i] == '\r' || bytes[i] == '\n';
        }
        framer.counters()
                .happened(blank ? Incident.KEEP_ALIVE_IN_STREAM : Incident.WEBSOCKET_NOT_SIP);
    }
}
