package io.callogram.capture.reassembly;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The HTTP exchange that turns a connection into a WebSocket (RFC 6455 §4). Each direction is
/// judged by its own header section.
final class HttpUpgrade {

    private static final int MAX_HEADERS = 16 << 10;
    private static final byte[] GET = "get ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SWITCHING = "http/1.1 101".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UPGRADE = "upgrade:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WEBSOCKET = "websocket".getBytes(StandardCharsets.US_ASCII);

    private HttpUpgrade() {}

    static boolean mayBegin(StreamBuffer buffer) {
        byte[] bytes = buffer.bytes();
        return StreamText.startsWith(bytes, buffer.from(), buffer.to(), GET)
                || StreamText.startsWith(
                        bytes,
                        buffer.from(),
                        buffer.to(),
                        buffer.length() < SWITCHING.length
                                ? Arrays.copyOf(SWITCHING, buffer.length())
                                : SWITCHING);
    }

    static void frame(StreamSide side, Framer framer) {
        StreamBuffer buffer = side.buffer();
        Framing framing = side.framing();
        int end =
                StreamText.headersEnd(buffer.bytes(), buffer.from(), framing.scanned, buffer.to());
        if (end < 0 && buffer.length() <= MAX_HEADERS) {
            framing.scanned = Math.max(0, buffer.length() - 3);
            return;
        }
        if (end >= 0 && upgrades(buffer.bytes(), buffer.from(), end)) {
            buffer.consume(end - buffer.from());
            framing.restart();
            framing.mode = Framing.Mode.WEBSOCKET;
            side.flow().decideLater();
            return;
        }
        buffer.consume(buffer.length());
        framing.mode = Framing.Mode.SIP;
        framing.lose();
        side.flow().isOther(framer.counters());
    }

    private static boolean upgrades(byte[] bytes, int from, int end) {
        for (int line = from; line < end; line = StreamText.lineEnd(bytes, line, end)) {
            if (StreamText.startsWith(bytes, line, end, UPGRADE)) {
                int stop = StreamText.lineEnd(bytes, line, end);
                return StreamText.contains(bytes, line, stop, WEBSOCKET);
            }
        }
        return false;
    }
}
