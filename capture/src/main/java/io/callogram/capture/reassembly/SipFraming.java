package io.callogram.capture.reassembly;

import io.callogram.capture.decode.StartLine;
import io.callogram.capture.packet.Incident;
import io.callogram.capture.packet.Transport;

/// SIP messages one after another in a stream: start line, header section, and as many bytes of
/// body as Content-Length says (RFC 3261 §18.3, §20.14).
final class SipFraming {

    private static final int MAX_HEADERS = 64 << 10;

    private SipFraming() {}

    static void frame(StreamSide side, Framer framer) {
        StreamBuffer buffer = side.buffer();
        Framing framing = side.framing();
        while (buffer.length() > 0) {
            if (framing.needed == 0 && !begin(side, framer)) {
                return;
            }
            if (buffer.length() < framing.needed) {
                return;
            }
            if (framing.needed > 0) {
                int length = framing.needed;
                framer.emit(side, buffer.from(), length, Transport.TCP, false);
                buffer.consume(length);
                framing.restart();
            }
        }
    }

    /// Takes the next step towards a message of known length at the front of the buffer; false when
    /// that needs more bytes, or when this is no SIP.
    private static boolean begin(StreamSide side, Framer framer) {
        StreamBuffer buffer = side.buffer();
        Framing framing = side.framing();
        if (framing.scanned == 0 && HepFraming.mayBegin(buffer)) {
            framing.mode = Framing.Mode.HEP;
            return false;
        }
        if (framing.lost && !side.fromStart() && WebSocketFraming.begins(buffer)) {
            framing.mode = Framing.Mode.WEBSOCKET;
            return false;
        }
        if (framing.lost && !search(side, framer)) {
            return false;
        }
        skipKeepAlive(side, framer);
        if (framing.scanned == 0) {
            switch (StartLine.check(buffer.bytes(), buffer.from(), buffer.to())) {
                case YES -> side.flow().isSip(framer.counters());
                case MORE -> {
                    return false;
                }
                case NO -> {
                    return refuse(side, framer);
                }
            }
        }
        return measure(side, framer);
    }

    private static boolean refuse(StreamSide side, Framer framer) {
        StreamBuffer buffer = side.buffer();
        Flow flow = side.flow();
        if (flow.carries() == Flow.Carries.UNDECIDED && side.fromStart()) {
            if (HttpUpgrade.mayBegin(buffer)) {
                side.framing().mode = Framing.Mode.UPGRADE;
                return false;
            }
            buffer.consume(buffer.length());
            flow.isOther(framer.counters());
            return false;
        }
        side.framing().lose();
        return true;
    }

    /// Finds the end of the header section and from it the message's length.
    private static boolean measure(StreamSide side, Framer framer) {
        StreamBuffer buffer = side.buffer();
        Framing framing = side.framing();
        int body =
                StreamText.headersEnd(buffer.bytes(), buffer.from(), framing.scanned, buffer.to());
        if (body < 0) {
            framing.scanned = Math.max(1, buffer.length() - 3);
            if (buffer.length() > MAX_HEADERS) {
                framer.counters().happened(Incident.MESSAGE_TOO_LARGE);
                framer.interrupt(side);
            }
            return false;
        }
        int headers = body - buffer.from();
        long content = StreamText.contentLength(buffer.bytes(), buffer.from(), body);
        if (content < 0) {
            content = undeclared(buffer, body);
        }
        if (headers + content > Framer.MAX_MESSAGE || headers > MAX_HEADERS) {
            framer.counters().happened(Incident.MESSAGE_TOO_LARGE);
            framer.emit(side, buffer.from(), headers, Transport.TCP, true);
            buffer.consume(headers);
            framing.gap();
            return true;
        }
        framing.needed = headers + (int) content;
        return true;
    }

    /// Without Content-Length a stream has no end of message: what is there up to the next start
    /// line is the best guess.
    private static int undeclared(StreamBuffer buffer, int body) {
        byte[] bytes = buffer.bytes();
        int at = body;
        while (at < buffer.to()) {
            if (StartLine.check(bytes, at, buffer.to()) == StartLine.Verdict.YES) {
                break;
            }
            at = StreamText.lineEnd(bytes, at, buffer.to());
        }
        return at - body;
    }

    private static boolean search(StreamSide side, Framer framer) {
        StreamBuffer buffer = side.buffer();
        Framing framing = side.framing();
        byte[] bytes = buffer.bytes();
        int from = buffer.from();
        int at = from;
        while (at < buffer.to()) {
            StartLine.Verdict verdict = StartLine.check(bytes, at, buffer.to());
            if (verdict != StartLine.Verdict.NO) {
                skip(side, at - from, framer);
                framing.lost = verdict != StartLine.Verdict.YES;
                return !framing.lost;
            }
            at = StreamText.lineEnd(bytes, at, buffer.to());
        }
        skip(side, at - from, framer);
        return false;
    }

    private static void skip(StreamSide side, int count, Framer framer) {
        if (side.flow().carries() == Flow.Carries.SIP) {
            framer.counters().happened(Incident.STREAM_BYTES_SKIPPED, count);
        }
        side.buffer().consume(count);
    }

    /// RFC 3261 §7.5, RFC 5626 §4.4.1: line ends before a start line mean nothing, or "still here".
    private static void skipKeepAlive(StreamSide side, Framer framer) {
        StreamBuffer buffer = side.buffer();
        int at = buffer.from();
        while (at < buffer.to() && (buffer.bytes()[at] == '\r' || buffer.bytes()[at] == '\n')) {
            at++;
        }
        if (at > buffer.from()) {
            framer.counters().happened(Incident.KEEP_ALIVE_IN_STREAM);
            buffer.consume(at - buffer.from());
        }
    }
}
