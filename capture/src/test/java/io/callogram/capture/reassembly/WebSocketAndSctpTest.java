package io.callogram.capture.reassembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.packet.Incident;
import io.callogram.capture.packet.Reason;
import io.callogram.capture.packet.Transport;
import io.callogram.capture.testing.Packet;
import io.callogram.capture.testing.Received;
import io.callogram.capture.testing.Sip;
import io.callogram.capture.testing.Wire;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

@SuppressWarnings("ByteBufferBackingArray") // all are wrapped arrays
final class WebSocketAndSctpTest {

    private static final String UPGRADE =
            String.join(
                    "\r\n",
                    "GET / HTTP/1.1",
                    "Host: x",
                    "Upgrade: websocket",
                    "Sec-WebSocket-Protocol: sip",
                    "",
                    "");

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] frame(int first, byte[] payload, boolean masked) {
        ByteBuffer frame = ByteBuffer.wrap(new byte[payload.length + 14]).put((byte) first);
        int mask = masked ? 0x80 : 0;
        if (payload.length < 126) {
            frame.put((byte) (payload.length | mask));
        } else {
            frame.put((byte) (126 | mask)).putShort((short) payload.length);
        }
        byte[] key = {1, 2, 3, 4};
        if (masked) {
            frame.put(key);
        }
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ (masked ? key[i & 3] : 0)));
        }
        return Arrays.copyOf(frame.array(), frame.position());
    }

    private static byte[] webSocket(byte[]... frames) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(UPGRADE.getBytes(StandardCharsets.ISO_8859_1));
        for (byte[] frame : frames) {
            stream.writeBytes(frame);
        }
        return stream.toByteArray();
    }

    private static Received sent(byte[] stream, int segment) {
        Wire wire = Wire.ip();
        wire.add(Packet.of("").tcp(80, 5070, 0, 2).ipv4("10.0.0.1", "10.0.0.2"));
        for (int at = 0; at < stream.length; at += segment) {
            byte[] part = Arrays.copyOfRange(stream, at, Math.min(stream.length, at + segment));
            wire.add(Packet.of(part).tcp(80, 5070, 1 + at, 0x18).ipv4("10.0.0.1", "10.0.0.2"));
        }
        return Received.from(wire);
    }

    @Test
    void readsMaskedFragmentedAndPlainMessagesInAnySegmentation() {
        byte[] invite = Sip.request("INVITE", 1, 300);
        byte[] stream =
                webSocket(
                        frame(0x81, invite, true),
                        frame(0x89, new byte[3], true),
                        frame(0x81, "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), true),
                        frame(0x01, Arrays.copyOf(invite, 100), true),
                        frame(0x8a, new byte[0], false),
                        frame(0x00, Arrays.copyOfRange(invite, 100, 200), true),
                        frame(0x80, Arrays.copyOfRange(invite, 200, invite.length), true),
                        frame(0x82, invite, false),
                        frame(0x81, new byte[200], false));
        for (int segment : new int[] {1, 7, 100, 1400, 10_000}) {
            Received received = sent(stream, segment);
            assertThat(received.texts()).containsExactly(text(invite), text(invite), text(invite));
            assertThat(received.payloads())
                    .allMatch(payload -> payload.transport() == Transport.WS)
                    .noneMatch(payload -> payload.gap());
            assertThat(received.counters().count(Incident.WEBSOCKET_CONTROL_FRAME)).isEqualTo(2);
            assertThat(received.counters().count(Incident.WEBSOCKET_NOT_SIP)).isEqualTo(1);
            assertThat(received.counters().unsettled()).isZero();
        }
    }

    private static Received sentBehindTheHandshake(byte[] stream, int segment) {
        Wire wire = Wire.ip();
        for (int at = 0; at < stream.length; at += segment) {
            byte[] part = Arrays.copyOfRange(stream, at, Math.min(stream.length, at + segment));
            wire.add(Packet.of(part).tcp(80, 5070, 1 + at, 0x18).ipv4("10.0.0.1", "10.0.0.2"));
        }
        return Received.from(wire);
    }

    @Test
    void readsAConnectionWhoseHandshakeWasNotCaptured() {
        byte[] invite = Sip.request("INVITE", 1, 300);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(frame(0x81, invite, true));
        stream.writeBytes(frame(0x89, new byte[3], true));
        stream.writeBytes(frame(0x82, invite, false));
        stream.writeBytes(frame(0x01, Arrays.copyOf(invite, 100), true));
        stream.writeBytes(frame(0x80, Arrays.copyOfRange(invite, 100, invite.length), true));
        for (int segment : new int[] {100, 1400, 10_000}) {
            Received received = sentBehindTheHandshake(stream.toByteArray(), segment);
            assertThat(received.texts()).containsExactly(text(invite), text(invite), text(invite));
            assertThat(received.payloads())
                    .allMatch(payload -> payload.transport() == Transport.WS);
            assertThat(received.counters().unsettled()).isZero();
        }
    }

    @Test
    void takesNoOtherWebSocketForSip() {
        byte[] json = "{\"INVITE sip:bob@x SIP/2.0\r\n\":1}".getBytes(StandardCharsets.ISO_8859_1);
        Received received = sentBehindTheHandshake(frame(0x81, json, true), 10_000);
        assertThat(received.texts()).isEmpty();
        assertThat(received.counters().unsettled()).isZero();
    }

    @Test
    void passesOverAFrameThatIsTooLarge() {
        ByteBuffer large = ByteBuffer.wrap(new byte[10 + (1 << 20) + 1]);
        large.put((byte) 0x82).put((byte) 127).putLong((1 << 20) + 1);
        byte[] bye = Sip.request("BYE", 1, 0);
        Received received = sent(webSocket(large.array(), frame(0x81, bye, false)), 60_000);
        assertThat(received.texts()).containsExactly(text(bye));
        assertThat(received.counters().count(Incident.WEBSOCKET_TOO_LARGE)).isEqualTo(1);
    }

    @Test
    void givesUpOnAnUpgradeThatCarriesNoSip() {
        byte[][] frames = new byte[100][];
        Arrays.fill(frames, frame(0x81, "{\"a\":1}".getBytes(StandardCharsets.ISO_8859_1), true));
        Received received = sent(webSocket(frames), 13);
        assertThat(received.texts()).isEmpty();
        assertThat(received.counters().count(Reason.TCP_OTHER)).isGreaterThan(70);
    }

    private static Wire sctp(Packet... packets) {
        Wire wire = Wire.ip();
        for (Packet packet : packets) {
            wire.add(packet.sctp(5060, 5060).ipv4("10.0.0.1", "10.0.0.2"));
        }
        return wire;
    }

    @Test
    void readsSeveralChunksOfOnePacket() {
        Packet both =
                Packet.of(Sip.request("INFO", 1, 1))
                        .sctpData(1, 3, 0)
                        .then(Packet.of(Sip.response(200, 2)).sctpData(2, 3, 0));
        Received received = Received.from(sctp(both));
        assertThat(received.texts())
                .containsExactly(text(Sip.request("INFO", 1, 1)), text(Sip.response(200, 2)));
        assertThat(received.counters().sipPackets()).isEqualTo(1);
        assertThat(received.counters().coalescedMessages()).isEqualTo(1);
        assertThat(received.payloads()).allMatch(payload -> payload.stored() == payload.position());
    }

    @Test
    void countsAPacketWithAMessageBesideOneThatNeverCompletes() {
        byte[] info = Sip.request("INFO", 1, 500);
        Packet both =
                Packet.of(Arrays.copyOf(info, 200))
                        .sctpData(1, 2, 0)
                        .then(Packet.of(Sip.response(200, 2)).sctpData(2, 3, 0));
        Received received = Received.from(sctp(both));
        assertThat(received.texts()).containsExactly(text(Sip.response(200, 2)));
        assertThat(received.counters().sipPackets()).isEqualTo(1);
        assertThat(received.counters().unsettled()).isZero();
    }

    @Test
    void putsChunksTogetherInAnyOrder() {
        byte[] info = Sip.request("INFO", 1, 500);
        Packet first = Packet.of(Arrays.copyOf(info, 200)).sctpData(-1, 2, 0);
        Packet middle = Packet.of(Arrays.copyOfRange(info, 200, 400)).sctpData(0, 0, 0);
        Packet last = Packet.of(Arrays.copyOfRange(info, 400, info.length)).sctpData(1, 1, 0);
        for (Wire wire : new Wire[] {sctp(first, middle, last), sctp(last, middle, first)}) {
            Received received = Received.from(wire);
            assertThat(received.texts()).containsExactly(text(info));
            assertThat(received.counters().sipPackets()).isEqualTo(3);
        }
        Received cut = Received.from(sctp(first, last));
        assertThat(cut.counters().count(Reason.SCTP_INCOMPLETE)).isEqualTo(2);
        Received other = Received.from(sctp(Packet.of("diameter").sctpData(1, 3, 46)));
        assertThat(other.counters().count(Reason.SCTP)).isEqualTo(1);
    }
}
