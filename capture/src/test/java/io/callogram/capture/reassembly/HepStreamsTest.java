package io.callogram.capture.reassembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.packet.Incident;
import io.callogram.capture.packet.Payload;
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
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/// HEP over connections that were captured: the conversation inside is read, as it is in datagrams.
final class HepStreamsTest {

    private static final int SYN = 2;
    private static final int ACK = 0x10;

    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final List<String> texts = new ArrayList<>();

    private void add(Hep3 hep, byte[] sip) {
        stream.writeBytes(hep.chunk(0, 15, sip).text(17, "call-7").bytes());
        texts.add(new String(sip, StandardCharsets.ISO_8859_1));
    }

    private static byte[] packed(byte[] sip) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
            deflate.write(sip);
        }
        return out.toByteArray();
    }

    private static Packet segment(byte[] bytes, int sequence, int flags) {
        return Packet.of(bytes).tcp(40_000, 9060, sequence, flags).ipv4("10.0.0.1", "10.0.0.2");
    }

    private static Wire wire(boolean opened, byte[] bytes, Random random, int longest) {
        Wire wire = Wire.ip();
        if (opened) {
            wire.add(segment(new byte[0], 99, SYN));
        }
        int from = 0;
        while (from < bytes.length) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(longest));
            wire.add(segment(Arrays.copyOfRange(bytes, from, to), 100 + from, ACK));
            from = to;
        }
        return wire;
    }

    @Test
    void findsTheMessagesHoweverTheyAreCut() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 40; i++) {
            add(i % 2 == 0 ? Hep3.v4(17) : Hep3.v6(), Sip.request("INFO", i, random.nextInt(300)));
        }
        byte[] sip = Sip.request("INVITE", 77, 100);
        stream.writeBytes(Hep3.v4(6).chunk(0, 16, packed(sip)).bytes());
        texts.add(new String(sip, StandardCharsets.ISO_8859_1));
        for (int longest : new int[] {1, 7, 500, 1400, 100_000}) {
            Received received = Received.from(wire(true, stream.toByteArray(), random, longest));
            assertThat(received.texts()).as("segments to " + longest).isEqualTo(texts);
            assertThat(received.counters().unsettled()).isZero();
            assertThat(received.payloads().getFirst().source()).hasToString("10.1.1.1:5060");
            assertThat(received.payloads().get(1).source()).hasToString("[fd00::1]:5060");
            assertThat(received.payloads().getFirst().correlation()).isEqualTo("call-7");
            Payload last = received.payloads().getLast();
            assertThat(last.transport()).isEqualTo(Transport.TCP);
            assertThat(received.spool().read(~last.stored(), last.length())).isEqualTo(sip);
        }
    }

    @Test
    void findsThemInAConnectionWhoseBeginningWasNotCaptured() {
        for (int i = 0; i < 20; i++) {
            add(Hep3.v4(17), Sip.request("INFO", i, 100));
        }
        byte[] whole = stream.toByteArray();
        Received received = Received.from(wire(false, whole, new Random(6), 1 << 20));
        assertThat(received.texts()).isEqualTo(texts);
    }

    @Test
    void goesOnBehindDamage() {
        add(Hep3.v4(17), Sip.request("INFO", 1, 10));
        stream.writeBytes("HEP3\0\2 and some garbage".getBytes(StandardCharsets.US_ASCII));
        add(Hep3.v4(17), Sip.request("INFO", 2, 10));
        stream.writeBytes(Hep3.v4(17).lying(0, 15, 3, new byte[40]).bytes());
        stream.writeBytes(Hep3.v4(17).text(15, "{\"rtcp\": 1}").bytes());
        add(Hep3.v4(17), Sip.request("INFO", 3, 10));
        Received received = Received.from(wire(true, stream.toByteArray(), new Random(7), 90));
        assertThat(received.texts()).isEqualTo(texts);
        assertThat(received.counters().count(Incident.HEP_NOT_SIP)).isEqualTo(1);
        assertThat(received.counters().count(Incident.STREAM_BYTES_SKIPPED)).isGreaterThan(60);
        assertThat(received.counters().unsettled()).isZero();
    }

    @Test
    void takesAnythingAndAccountsForEveryPacket() {
        Random random = new Random(8);
        for (int i = 0; i < 10; i++) {
            add(Hep3.v4(17), Sip.request("INFO", i, 50));
        }
        long found = 0;
        for (int run = 0; run < 3_000; run++) {
            byte[] bytes = stream.toByteArray();
            for (int flips = random.nextInt(8); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Received received = Received.from(wire(run % 2 == 0, bytes, random, 700));
            assertThat(received.counters().unsettled()).isZero();
            found += received.payloads().size();
        }
        assertThat(found).isGreaterThan(3_000L);
    }
}
