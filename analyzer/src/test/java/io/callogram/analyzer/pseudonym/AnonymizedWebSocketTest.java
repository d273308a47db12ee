package io.callogram.analyzer.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.decode.LinkTypes;
import io.callogram.capture.file.CapturedPacket;
import io.callogram.capture.file.PcapngWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A browser's call: of its connection, an export holds the frames alone that carry SIP.
class AnonymizedWebSocketTest {

    private static final int BROWSER = 0;
    private static final int SERVER = 1;
    private static final int SYN = 2;
    private static final int PUSH = 0x18;
    private static final int TEXT = 0x81;
    private static final int PING = 0x89;
    private static final byte[] KEY = {0x11, 0x22, 0x33, 0x44};

    private static final String REQUEST =
            "GET /phone HTTP/1.1\r\nHost: edge.atlanta.example\r\nUpgrade: websocket\r\n"
                    + "Connection: Upgrade\r\nCookie: user=alice\r\n"
                    + "Sec-WebSocket-Protocol: sip\r\n\r\n";
    private static final String ANSWER =
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                    + "Connection: Upgrade\r\nSec-WebSocket-Protocol: sip\r\n\r\n";

    @TempDir private Path folder;
    private final List<CapturedPacket> packets = new ArrayList<>();
    private final int[] sequence = {1_000, 5_000};

    private void segment(int from, int flags, byte[] payload) {
        ByteBuffer packet = ByteBuffer.allocate(40 + payload.length);
        packet.putInt(0x4500_0000 | 40 + payload.length).putInt(0).putInt(0x4006_0000);
        packet.putInt(from == BROWSER ? 0x0a00_0001 : 0x0a00_0002);
        packet.putInt(from == BROWSER ? 0x0a00_0002 : 0x0a00_0001);
        packet.putShort((short) (from == BROWSER ? 40_000 : 8080));
        packet.putShort((short) (from == BROWSER ? 8080 : 40_000));
        packet.putInt(sequence[from]).putInt(sequence[1 - from]);
        packet.putInt(0x5000_ffff | flags << 16).putInt(0).put(payload);
        sequence[from] += payload.length + (flags == SYN ? 1 : 0);
        long time = 1_795_000_000_000_000_000L + packets.size() * 1_000_000_000L;
        packets.add(
                new CapturedPacket(time, LinkTypes.RAW, packet.capacity(), packet.array().clone()));
    }

    private void frame(int from, int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
        int mask = from == BROWSER ? 0x80 : 0;
        frame.put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) (mask | payload.length));
        } else {
            frame.put((byte) (mask | 126)).putShort((short) payload.length);
        }
        if (mask != 0) {
            frame.put(KEY);
        }
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ (mask == 0 ? 0 : KEY[i & 3])));
        }
        segment(from, PUSH, Arrays.copyOf(frame.array(), frame.position()));
    }

    private void message(int from, String start, String tag, String sequence) {
        String text =
                String.join(
                        "\r\n",
                        start,
                        "Via: SIP/2.0/WS df7jal23ls0d.invalid;branch=z9hG4bK"
                                + sequence.replace(" ", ""),
                        "From: \"Alice Miller\" <sip:alice@atlanta.example>;tag=asdyka899",
                        "To: <sip:robert@biloxi.example>" + tag,
                        "Call-ID: asidkj3ss@df7jal23ls0d.invalid",
                        "CSeq: " + sequence,
                        "Content-Length: 0",
                        "",
                        "");
        frame(from, TEXT, text.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] call() throws IOException {
        segment(BROWSER, SYN, new byte[0]);
        segment(SERVER, SYN, new byte[0]);
        segment(BROWSER, PUSH, REQUEST.getBytes(StandardCharsets.US_ASCII));
        segment(SERVER, PUSH, ANSWER.getBytes(StandardCharsets.US_ASCII));
        String tag = ";tag=bmqkjhsd";
        message(BROWSER, "INVITE sip:robert@biloxi.example SIP/2.0", "", "1 INVITE");
        message(SERVER, "SIP/2.0 180 Ringing", tag, "1 INVITE");
        message(SERVER, "SIP/2.0 200 OK", tag, "1 INVITE");
        message(BROWSER, "ACK sip:robert@biloxi.example SIP/2.0", tag, "1 ACK");
        frame(SERVER, PING, new byte[4]);
        message(SERVER, "BYE sip:alice@atlanta.example SIP/2.0", tag, "7 BYE");
        message(BROWSER, "SIP/2.0 200 OK", tag, "7 BYE");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PcapngWriter writer = new PcapngWriter(out)) {
            for (CapturedPacket packet : packets) {
                writer.write(packet);
            }
        }
        return out.toByteArray();
    }

    @Test
    void isReadWithoutItsHandshakeAndHoldsNoName() throws IOException {
        byte[] capture = call();
        List<Exported> exports = Exported.of(new ByteArrayInputStream(capture), folder);
        assertThat(exports).hasSize(1);
        Exported export = exports.getFirst();
        assertThat(export.leftOut()).isZero();
        assertThat(export.packets(folder)).hasSize(6);
        String plain = Exported.conclusions(Exported.analyzed(export.plain(), folder));
        String other = Exported.conclusions(Exported.analyzed(export.anonymized(), folder));
        assertThat(other).isEqualTo(plain).contains("BYE");
        for (CapturedPacket packet : export.packets(folder)) {
            for (int shift = 0; shift < KEY.length; shift++) {
                assertThat(unmasked(packet.bytes(), shift))
                        .doesNotContain("alice", "miller", "robert", "atlanta", "biloxi");
            }
        }
    }

    /// As if a masked payload began at any byte.
    private static String unmasked(byte[] bytes, int shift) {
        boolean masked = bytes[41] < 0;
        byte[] text = bytes.clone();
        for (int i = 0; masked && i < text.length; i++) {
            text[i] ^= KEY[i + shift & 3];
        }
        return new String(text, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}
