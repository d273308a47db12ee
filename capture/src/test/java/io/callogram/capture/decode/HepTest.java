package io.callogram.capture.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.packet.Counters;
import io.callogram.capture.packet.Payload;
import io.callogram.capture.packet.Reason;
import io.callogram.capture.packet.Transport;
import io.callogram.capture.testing.Hep3;
import io.callogram.capture.testing.Packet;
import io.callogram.capture.testing.Received;
import io.callogram.capture.testing.Sip;
import io.callogram.capture.testing.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// HEP inside captured packets: the conversation it tells of, not the one that carries it.
final class HepTest {

    private static final byte[] MESSAGE = Sip.request("INVITE", 1, 300);
    private static final String TEXT = new String(MESSAGE, StandardCharsets.ISO_8859_1);

    private static Packet carried(byte[] hep) {
        return Packet.of(hep).udp(40_000, 9060).ipv4("192.168.0.1", "192.168.0.2");
    }

    private static Received read(byte[] hep) {
        return Received.from(Wire.ip().add(carried(hep)));
    }

    @Test
    void readsVersion3WithTheAddressesInside() {
        Received received = read(Hep3.v4(17).chunk(0, 15, MESSAGE).bytes());
        assertThat(received.texts()).containsExactly(TEXT);
        Payload payload = received.only();
        assertThat(payload.source()).hasToString("10.1.1.1:5060");
        assertThat(payload.destination()).hasToString("10.2.2.2:5062");
        assertThat(payload.transport()).isEqualTo(Transport.UDP);
        assertThat(payload.truncated()).isFalse();
        assertThat(payload.stored()).isEqualTo(payload.position());
    }

    @Test
    void readsWhatTravelledOverTcpAndSctpAsWholeMessages() {
        assertThat(read(Hep3.v4(6).chunk(0, 15, MESSAGE).bytes()).only().transport())
                .isEqualTo(Transport.TCP);
        assertThat(read(Hep3.v4(132).chunk(0, 15, MESSAGE).bytes()).only().transport())
                .isEqualTo(Transport.SCTP);
    }

    @Test
    void readsVersion3OfIpv6WithChunksBehindThePayload() {
        Received received =
                read(Hep3.v6().chunk(0, 15, MESSAGE).text(17, "abc").chunk(9, 9, 1, 2).bytes());
        assertThat(received.texts()).containsExactly(TEXT);
        assertThat(received.only().source()).hasToString("[fd00::1]:5060");
    }

    @Test
    void tellsWhatTheAgentSaysItBelongsTo() {
        byte[] before = Hep3.v4(17).text(17, "call-7").chunk(0, 15, MESSAGE).bytes();
        byte[] behind = Hep3.v4(17).chunk(0, 15, MESSAGE).text(17, " call-7 \0\0").bytes();
        assertThat(read(before).only().correlation()).isEqualTo("call-7");
        assertThat(read(behind).only().correlation()).isEqualTo("call-7");
        Hep3 other = Hep3.v4(17).chunk(9, 17, 65, 66).chunk(0, 15, MESSAGE);
        Hep3 blank = Hep3.v4(17).text(17, " ").chunk(0, 15, MESSAGE);
        Hep3 endless = Hep3.v4(17).text(17, "x".repeat(251)).chunk(0, 15, MESSAGE);
        Wire wire = Wire.ip().add(carried(before)).add(carried(other.bytes()));
        wire.add(carried(blank.bytes())).add(carried(endless.bytes()));
        wire.add(Packet.of(MESSAGE).udp(1, 2).ipv4("10.0.0.1", "10.0.0.2"));
        assertThat(Received.from(wire).payloads())
                .extracting(Payload::correlation)
                .containsExactly("call-7", null, null, null, null);
    }

    @Test
    void readsVersion2() {
        Received received = read(Hep3.version2(MESSAGE));
        assertThat(received.texts()).containsExactly(TEXT);
        assertThat(received.only().source()).hasToString("10.1.1.1:5060");
        assertThat(received.only().destination()).hasToString("10.2.2.2:5062");
    }

    @Test
    void readsItAlsoInFragments() {
        byte[] datagram =
                Packet.of(Hep3.v4(17).chunk(0, 15, MESSAGE).bytes()).udp(40_000, 9060).bytes();
        Wire wire = Wire.ip();
        for (int from = 0; from < datagram.length; from += 160) {
            int to = Math.min(from + 160, datagram.length);
            int more = to < datagram.length ? 0x2000 : 0;
            wire.add(
                    Packet.of(Arrays.copyOfRange(datagram, from, to), 17)
                            .ipv4("192.168.0.1", "192.168.0.2", 7, more | from / 8));
        }
        Received received = Received.from(wire);
        assertThat(received.texts()).containsExactly(TEXT);
        assertThat(received.only().source()).hasToString("10.1.1.1:5060");
        assertThat(received.counters().unsettled()).isZero();
    }

    @Test
    void unpacksCompressedPayloads() throws IOException {
        for (byte[] packed : List.of(zlib(), gzip())) {
            Received received = read(Hep3.v4(17).chunk(0, 16, packed).bytes());
            assertThat(received.texts()).containsExactly(TEXT);
            Payload payload = received.only();
            assertThat(payload.stored()).isNegative();
            assertThat(payload.source()).hasToString("10.1.1.1:5060");
            assertThat(payload.truncated()).isFalse();
            assertThat(received.spool().read(~payload.stored(), payload.length()))
                    .isEqualTo(MESSAGE);
            assertThat(received.counters().unsettled()).isZero();
        }
    }

    @Test
    void readsADamagedCompressedPayloadAsFarAsItGoes() throws IOException {
        byte[] packed = zlib();
        Received cut =
                read(Hep3.v4(17).chunk(0, 16, Arrays.copyOf(packed, packed.length - 8)).bytes());
        assertThat(cut.only().truncated()).isTrue();
        Received garbage = read(Hep3.v4(17).chunk(0, 16, new byte[50]).bytes());
        assertThat(garbage.texts()).isEmpty();
        assertThat(garbage.counters().count(Reason.BAD_COMPRESSION)).isEqualTo(1);
        assertThat(garbage.counters().unsettled()).isZero();
    }

    @Test
    void unpacksNoMoreThanADatagramHolds() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
            deflate.write(Sip.request("INVITE", 1, 30_000_000));
        }
        byte[] bomb = out.toByteArray();
        assertThat(bomb.length).isLessThan(60_000);
        Received received = read(Hep3.v4(17).chunk(0, 16, bomb).bytes());
        assertThat(received.only().length()).isEqualTo(65_535);
        assertThat(received.only().truncated()).isTrue();
    }

    @Test
    void countsWhatTellsOfNoMessage() {
        assertThat(count(Hep3.v4(17).bytes(), Reason.HEP_EMPTY)).isEqualTo(1);
        assertThat(count(Hep3.v4(17).text(15, "no SIP").bytes(), Reason.OTHER_UDP)).isEqualTo(1);
    }

    @Test
    void refusesLengthsThatLie() {
        List<byte[]> lies = new ArrayList<>();
        for (int length : new int[] {0, 1, 5, 400, 65_535}) {
            lies.add(Hep3.v4(17).lying(0, 15, length, new byte[] {1}).bytes());
            lies.add(Hep3.v4(17).lying(7, 7, length, new byte[] {1}).bytes());
        }
        lies.add(Hep3.v4(17).chunk(0, 15, MESSAGE).bytes(5));
        lies.add(Hep3.v4(17).chunk(0, 15, MESSAGE).bytes(65_535));
        lies.add(Hep3.v4(17).chunk(0, 3, 1, 2).chunk(0, 15, MESSAGE).bytes());
        lies.add(new Hep3().chunk(0, 15, MESSAGE).bytes());
        lies.add(Arrays.copyOf(Hep3.version2(MESSAGE), 20));
        for (byte[] lie : lies) {
            assertThat(count(lie, Reason.BAD_HEP_HEADER)).isEqualTo(1);
        }
    }

    @Test
    void readsACutPacketAsFarAsItGoes() {
        Packet packet = carried(Hep3.v4(17).chunk(0, 15, MESSAGE).bytes());
        int whole = packet.bytes().length;
        for (int captured = 0; captured < whole; captured++) {
            Received received = Received.from(Wire.ip().cut(packet, captured));
            assertThat(received.counters().unsettled()).isZero();
            if (captured > whole - 100) {
                assertThat(received.only().truncated()).isTrue();
                assertThat(received.only().length()).isEqualTo(MESSAGE.length - whole + captured);
            }
        }
    }

    @Test
    void showsWhoSawIt() {
        byte[] packet =
                carried(
                                Hep3.v4(17)
                                        .text(14, "secret")
                                        .chunk(0, 15, MESSAGE)
                                        .text(17, "call\u001b[1m7")
                                        .text(19, "probe")
                                        .chunk(12, 34, 0xab, 0xcd)
                                        .bytes())
                        .bytes();
        List<Layers.Described> path = Layers.of(packet, 0, packet.length, packet.length, 101);
        Layers.Described hep = path.get(3);
        assertThat(hep.name()).isEqualTo("HEP version 3");
        assertThat(hep.fields())
                .contains(
                        new Layers.Field("Agent", "1001"),
                        new Layers.Field("Agent's name", "probe"),
                        new Layers.Field("Agent's time, seconds", "77"),
                        new Layers.Field("Agent's time", "1970-01-01T00:01:17.000005Z"),
                        new Layers.Field("Source", "10.1.1.1"),
                        new Layers.Field("Correlation", "call.[1m7"),
                        new Layers.Field("Key", "present"),
                        new Layers.Field("Chunk 34 of vendor 12", "abcd"));
        assertThat(hep.fields().toString()).doesNotContain("secret");
        assertThat(path.getLast().length()).isEqualTo(MESSAGE.length);
        byte[] old = carried(Hep3.version2(MESSAGE)).bytes();
        assertThat(Layers.of(old, 0, old.length, old.length, 101).get(3).fields())
                .contains(
                        new Layers.Field("Agent's time, seconds", "77"),
                        new Layers.Field("Agent's time", "1970-01-01T00:01:17.000005Z"),
                        new Layers.Field("Agent", "1001"));
    }

    private static long count(byte[] hep, Reason reason) {
        Counters counters = read(hep).counters();
        assertThat(counters.unsettled()).isZero();
        return counters.count(reason);
    }

    private static byte[] zlib() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
            deflate.write(MESSAGE);
        }
        return out.toByteArray();
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(MESSAGE);
        }
        return out.toByteArray();
    }
}
