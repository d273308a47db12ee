package io.callogram.analyzer.pseudonym;

import io.callogram.analyzer.pseudonym.Run.Piece;
import io.callogram.capture.packet.Bytes;
import io.callogram.capture.packet.Transport;
import java.util.List;

/// Rewrites what a stretch of a stream carries: SIP, SIP in HEP, SIP in WebSocket messages.
final class Streams {

    private static final int LAST_FRAME = 0x80;

    private Streams() {}

    /// Sequence numbers that go on counting where they begin again at zero.
    static List<Piece> unwrapped(List<Piece> pieces) {
        long first = pieces.getFirst().place();
        return pieces.stream()
                .map(piece ->
                        new Piece(
                                piece.packet(),
                                piece.offset(),
                                piece.length(),
                                first + (int) (piece.place() - first)))
                .toList();
    }

    /// @return how many pieces had to be left out
    static int replace(byte[] bytes, Pseudonyms pseudonyms) {
        if (HepText.begins(bytes, 0, bytes.length)) {
            HepText hep = new HepText(bytes, pseudonyms);
            int at = 0;
            while (HepText.begins(bytes, at, bytes.length)) {
                at = hep.version3(at, bytes.length);
            }
            MessageRewrite rest = new MessageRewrite(bytes, pseudonyms);
            rest.replace(at, bytes.length, Transport.TCP);
            return hep.blotted() + rest.blotted();
        }
        int at = 0;
        int blotted = 0;
        while (isFrame(bytes, at)) {
            int payload = payload(bytes, at);
            int end = payload + length(bytes, at);
            unmask(bytes, at, payload, end);
            MessageRewrite message = new MessageRewrite(bytes, pseudonyms);
            message.replace(payload, end, Transport.WS);
            blotted += message.blotted();
            unmask(bytes, at, payload, end);
            at = end;
        }
        MessageRewrite messages = new MessageRewrite(bytes, pseudonyms);
        messages.replace(at, bytes.length, Transport.TCP);
        return blotted + messages.blotted();
    }

    /// A whole message in one WebSocket frame (RFC 6455 §5.2, RFC 7118 §5).
    private static boolean isFrame(byte[] bytes, int at) {
        if (at + 2 > bytes.length) {
            return false;
        }
        int first = bytes[at] & 0xff;
        boolean data = first == (LAST_FRAME | 1) || first == (LAST_FRAME | 2);
        return data
                && payload(bytes, at) <= bytes.length
                && length(bytes, at) >= 0
                && payload(bytes, at) + length(bytes, at) <= bytes.length;
    }

    private static int payload(byte[] bytes, int at) {
        int length = bytes[at + 1] & 127;
        return at + 2 + (length == 127 ? 8 : length == 126 ? 2 : 0) + (bytes[at + 1] < 0 ? 4 : 0);
    }

    private static int length(byte[] bytes, int at) {
        int length = bytes[at + 1] & 127;
        return switch (length) {
            case 126 -> Bytes.u16(bytes, at + 2);
            case 127 -> (int) Math.min(bytes.length, Bytes.i64(bytes, at + 2));
            default -> length;
        };
    }

    /// Doing it again masks.
    private static void unmask(byte[] bytes, int at, int payload, int end) {
        if (bytes[at + 1] >= 0) {
            return;
        }
        int mask = Bytes.i32(bytes, payload - 4);
        for (int i = payload; i < end; i++) {
            bytes[i] ^= (byte) (mask >>> (24 - 8 * (i - payload & 3)));
        }
    }
}
