package io.callogram.capture.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.testing.Hep3;
import io.callogram.capture.testing.Packet;
import io.callogram.capture.testing.Received;
import io.callogram.capture.testing.Sip;
import io.callogram.capture.testing.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/// Damaged HEP: every packet still has one verdict, and its layers can be shown.
final class HepMutationTest {

    private static final int CASES = Integer.getInteger("callogram.hep.mutants", 100_000);
    private static final int BATCH = 100;

    @Test
    void readsAnythingAndAccountsForEveryPacket() throws IOException {
        List<byte[]> seeds = seeds();
        Random random = new Random(11);
        long messages = 0;
        long refused = 0;
        for (int i = 0; i < CASES; i += BATCH) {
            Wire wire = Wire.ip();
            for (int j = 0; j < BATCH; j++) {
                byte[] hep = mutate(seeds.get(random.nextInt(seeds.size())).clone(), random);
                Packet packet = Packet.of(hep).udp(9, 9060).ipv4("10.0.0.1", "10.0.0.2");
                int whole = packet.bytes().length;
                int captured = random.nextInt(8) == 0 ? random.nextInt(whole) : whole;
                wire.cut(packet, captured);
                assertThat(Layers.of(packet.bytes(), 0, captured, whole, 101)).isNotEmpty();
            }
            Received received = Received.from(wire);
            assertThat(received.counters().packets()).isEqualTo(BATCH);
            assertThat(received.counters().unsettled()).isZero();
            messages += received.payloads().size();
            refused += received.counters().refusedPackets();
        }
        assertThat(messages).isGreaterThan(CASES / 10L);
        assertThat(refused).isGreaterThan(CASES / 10L);
    }

    private static List<byte[]> seeds() throws IOException {
        byte[] sip = Sip.request("INVITE", 1, 20);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(packed)) {
            deflate.write(sip);
        }
        return List.of(
                Hep3.v4(17).chunk(0, 15, sip).bytes(),
                Hep3.v4(6).text(14, "key").chunk(0, 15, sip).text(17, "corr").bytes(),
                Hep3.v6().chunk(77, 1, 1, 2, 3).chunk(0, 15, sip).text(19, "node").bytes(),
                Hep3.v4(17).chunk(0, 16, packed.toByteArray()).bytes(),
                Hep3.version2(sip));
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        for (int flips = random.nextInt(6); flips >= 0; flips--) {
            // Most of what can lie stands before the payload.
            int at = random.nextInt(random.nextBoolean() ? 90 : bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes[at] = -1;
                case 3 -> bytes[at] = (byte) random.nextInt(8);
                default -> bytes[at] = 0;
            }
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
