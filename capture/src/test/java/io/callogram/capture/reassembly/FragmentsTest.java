package io.callogram.capture.reassembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.decode.Decoded;
import io.callogram.capture.decode.Decoder;
import io.callogram.capture.packet.Counters;
import io.callogram.capture.packet.Incident;
import io.callogram.capture.packet.Payload;
import io.callogram.capture.packet.Reason;
import io.callogram.capture.testing.Packet;
import io.callogram.capture.testing.Received;
import io.callogram.capture.testing.Sip;
import io.callogram.capture.testing.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FragmentsTest {

    private static final String A = "10.0.0.1";
    private static final String B = "10.0.0.2";
    private static final byte[] DATAGRAM =
            Packet.of(Sip.request("INVITE", 1, 700)).udp(5060, 5060).bytes();

    private static Packet fragment(int from, int to) {
        return fragment(DATAGRAM, from, to, 7);
    }

    private static Packet fragment(byte[] datagram, int from, int to, int id) {
        int more = to < datagram.length ? 0x2000 : 0;
        return Packet.of(Arrays.copyOfRange(datagram, from, to), 17)
                .ipv4(A, B, id, more | from / 8);
    }

    private static String message() {
        return new String(DATAGRAM, 8, DATAGRAM.length - 8, StandardCharsets.ISO_8859_1);
    }

    @Test
    void putsFragmentsTogetherInAnyOrder() {
        List<Packet> fragments = new ArrayList<>();
        for (int from = 0; from < DATAGRAM.length; from += 80) {
            fragments.add(fragment(from, Math.min(from + 80, DATAGRAM.length)));
        }
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            Collections.shuffle(fragments, random);
            Wire wire = Wire.ip();
            fragments.forEach(wire::add);
            Received received = Received.from(wire);
            assertThat(received.texts()).containsExactly(message());
            Payload payload = received.only();
            assertThat(payload.truncated() || payload.gap()).isFalse();
            assertThat(payload.stored()).isNegative();
            assertThat(payload.packet()).isEqualTo(wire.block().record()[fragments.size() - 1]);
            assertThat(received.counters().sipPackets()).isEqualTo(fragments.size());
            assertThat(received.counters().unsettled()).isZero();
        }
    }

    @Test
    void putsIpv6FragmentsTogether() {
        Packet first = Packet.of(Arrays.copyOf(DATAGRAM, 400), 17).fragment6(5, 1).ipv6(1, 2);
        byte[] rest = Arrays.copyOfRange(DATAGRAM, 400, DATAGRAM.length);
        Packet last = Packet.of(rest, 17).fragment6(5, 400).ipv6(1, 2);
        assertThat(Received.from(Wire.ip().add(last).add(first)).texts())
                .containsExactly(message());
    }

    @Test
    void decodesOnBehindFragmentsOfATunnel() {
        Packet inner = Packet.of(Sip.request("BYE", 2, 300)).udp(5060, 5060).ipv4(A, B);
        byte[] tunnel = inner.ethernet().vxlan().udp(1, 4789).bytes();
        Wire wire = Wire.ip().add(fragment(tunnel, 200, tunnel.length, 9));
        wire.add(fragment(tunnel, 0, 200, 9));
        Received received = Received.from(wire);
        assertThat(received.only().source()).hasToString("10.0.0.1:5060");
        assertThat(received.texts().getFirst()).startsWith("BYE").endsWith("b".repeat(300));
    }

    @Test
    void putsFragmentsInsideFragmentsTogether() {
        byte[] tunnelled = fragment(0, 400).gtp().udp(2152, 2152).bytes();
        Wire wire = Wire.ip();
        wire.add(fragment(tunnelled, 0, 80, 1)).add(fragment(tunnelled, 80, tunnelled.length, 1));
        wire.add(fragment(400, DATAGRAM.length).gtp().udp(2152, 2152).ipv4(A, B));
        Received received = Received.from(wire);
        assertThat(received.texts()).containsExactly(message());
        assertThat(received.counters().sipPackets()).isEqualTo(3);
    }

    @Test
    void deliversTheBeginningWhenAFragmentIsMissing() {
        Received received = Received.from(Wire.ip().add(fragment(0, 400)));
        Payload payload = received.only();
        assertThat(payload.truncated()).isTrue();
        assertThat(payload.gap()).isTrue();
        assertThat(received.texts().getFirst()).isEqualTo(message().substring(0, 392));
        assertThat(received.counters().count(Incident.FRAGMENT_DATAGRAM_DELIVERED_WITH_GAP))
                .isEqualTo(1);
        Received rest = Received.from(Wire.ip().add(fragment(400, DATAGRAM.length)));
        assertThat(rest.payloads()).isEmpty();
        assertThat(rest.counters().count(Reason.FRAGMENT_INCOMPLETE)).isEqualTo(1);
    }

    @Test
    void givesUpAfterThirtySecondsOfCaptureTime() {
        Wire wire = Wire.ip().add(0, fragment(0, 400).bytes());
        wire.add(31_000_000_000L, fragment(400, DATAGRAM.length).bytes());
        Received received = Received.from(wire);
        assertThat(received.only().gap()).isTrue();
        assertThat(received.counters().count(Incident.FRAGMENT_DATAGRAM_STARTED)).isEqualTo(2);
    }

    @Test
    void agreesWithASimpleModelOnTenThousandOverlaps() {
        Random random = new Random(3);
        int completed = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] model = new byte[256];
            boolean[] there = new boolean[256];
            int total = -1;
            Wire wire = Wire.ip();
            int count = 1 + random.nextInt(12);
            boolean whole = false;
            for (int f = 0; f < count && !whole; f++) {
                int from = random.nextInt(24) * 8;
                boolean last = from > 0 && random.nextInt(3) == 0;
                int length = last ? 1 + random.nextInt(40) : 8 + random.nextInt(8) * 8;
                byte[] part = new byte[length];
                random.nextBytes(part);
                if (from == 0) {
                    System.arraycopy(DATAGRAM, 0, part, 0, Math.min(40, length));
                }
                wire.add(Packet.of(part, 17).ipv4(A, B, 7, (last ? 0 : 0x2000) | from / 8));
                total = last && total < 0 ? from + length : total;
                for (int at = 0; at < length; at++) {
                    model[from + at] = there[from + at] ? model[from + at] : part[at];
                    there[from + at] = true;
                }
                whole = total >= 0;
                for (int at = 0; at < total; at++) {
                    whole &= there[at];
                }
            }
            FragmentTable table = new FragmentTable(new Counters());
            Datagram datagram = add(wire, table);
            assertThat(datagram != null).as("case " + i).isEqualTo(whole);
            if (datagram != null) {
                completed++;
                assertThat(datagram.bytes(total)).isEqualTo(Arrays.copyOf(model, total));
                assertThat(datagram.contiguous()).isEqualTo(total);
                assertThat(table.memory()).isZero();
            }
        }
        assertThat(completed).isBetween(500, 9_500);
    }

    private static @Nullable Datagram add(Wire wire, FragmentTable table) {
        var decoded = new Decoded();
        var block = wire.block();
        Arrival arrival = new Arrival();
        Datagram whole = null;
        for (int i = 0; i < block.count(); i++) {
            Decoder.decode(block, i, decoded);
            arrival.bytes = block.bytes();
            arrival.offset = decoded.offset();
            arrival.length = decoded.length();
            arrival.packets = 1;
            whole = table.add(decoded, arrival);
        }
        return whole;
    }

    @Test
    void holdsAMillionIncompleteDatagramsWithinItsMemory() {
        var counters = new Counters();
        FragmentTable table = new FragmentTable(counters);
        var decoded = new Decoded();
        Arrival arrival = new Arrival();
        arrival.packets = 1;
        byte[] packet = fragment(0, 400).bytes();
        long given = 0;
        for (int i = 0; i < 1_000_000; i++) {
            packet[4] = (byte) (i >> 8);
            packet[5] = (byte) i;
            packet[15] = (byte) (i >> 16);
            Decoder.decode(packet, 0, packet.length, packet.length, 101, decoded);
            arrival.bytes = packet;
            arrival.offset = decoded.offset();
            arrival.length = decoded.length();
            assertThat(table.add(decoded, arrival) == null).isTrue();
            for (var gone = table.nextAbandoned(); gone != null; gone = table.nextAbandoned()) {
                given++;
            }
        }
        assertThat(table.memory()).isLessThanOrEqualTo(FragmentTable.MAX_MEMORY);
        table.finish();
        for (var gone = table.nextAbandoned(); gone != null; gone = table.nextAbandoned()) {
            given++;
        }
        assertThat(counters.count(Incident.FRAGMENT_DATAGRAM_STARTED)).isEqualTo(1_000_000);
        assertThat(given)
                .isEqualTo(1_000_000)
                .isEqualTo(
                        counters.count(Incident.FRAGMENT_DATAGRAM_EVICTED)
                                + counters.count(Incident.FRAGMENT_DATAGRAM_TIMED_OUT));
        assertThat(table.memory()).isZero();
    }
}
