package io.callogram.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.packet.Counters;
import io.callogram.capture.testing.FileBuilder;
import io.callogram.capture.testing.Packet;
import io.callogram.capture.testing.Sip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged captures: whatever is flipped, nothing is thrown, reading ends, and every packet that
/// was found has exactly one verdict.
final class MutationTest {

    private static final int CASES = 21_000;

    @TempDir Path folder;

    private static List<byte[]> packets() {
        byte[] sip = Sip.request("INVITE", 1, 100);
        byte[] datagram = Packet.of(sip).udp(5060, 5060).bytes();
        String a = "10.0.0.1";
        String b = "10.0.0.2";
        return List.of(
                Packet.of(sip).udp(5060, 5060).ipv4(a, b).ethernet().bytes(),
                Packet.of(sip)
                        .udp(5060, 5060)
                        .extension(60)
                        .ipv6(1, 2)
                        .vlan(0x8100)
                        .ethernet()
                        .bytes(),
                Packet.of(Arrays.copyOf(datagram, 80), 17).ipv4(a, b, 7, 0x2000).ethernet().bytes(),
                Packet.of(Arrays.copyOfRange(datagram, 80, datagram.length), 17)
                        .ipv4(a, b, 7, 10)
                        .ethernet()
                        .bytes(),
                Packet.of("").tcp(5060, 5061, 99, 2).ipv4(a, b).ethernet().bytes(),
                Packet.of(Arrays.copyOf(sip, 90))
                        .tcp(5060, 5061, 100, 0x18)
                        .ipv4(a, b)
                        .ethernet()
                        .bytes(),
                Packet.of(Arrays.copyOfRange(sip, 90, sip.length))
                        .tcp(5060, 5061, 190, 0x18)
                        .ipv4(a, b)
                        .ethernet()
                        .bytes(),
                Packet.of(sip).sctpData(1, 3, 0).sctp(5060, 5060).ipv4(a, b).ethernet().bytes(),
                Packet.of(sip)
                        .udp(5060, 5060)
                        .ipv4(a, b)
                        .gtpExtended()
                        .udp(2152, 2152)
                        .ipv4(b, a)
                        .mpls(5)
                        .ethernet()
                        .bytes(),
                Packet.of(sip)
                        .udp(5060, 5060)
                        .ipv4(a, b)
                        .ethernet()
                        .vxlan()
                        .udp(1, 4789)
                        .ipv4(b, a)
                        .ethernet()
                        .bytes(),
                Packet.of(sip)
                        .udp(5060, 5060)
                        .ipv4(a, b)
                        .gre()
                        .ipv4(b, a)
                        .pppoe()
                        .ethernet()
                        .bytes());
    }

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            FileBuilder pcap = new FileBuilder(order).pcap(0xa1b2c3d4, 65_535, 1);
            FileBuilder pcapng = new FileBuilder(order).section().description(1, 0);
            pcapng.description(1, 0, pcapng.resolution(9));
            for (int i = 0; i < packets().size(); i++) {
                pcap.record(1_600_000_000 + i, i, packets().get(i));
                pcapng.enhanced(i & 1, i, packets().get(i));
            }
            seeds.add(pcap.bytes());
            seeds.add(pcapng.simple(60, new byte[60]).old(1, 5, packets().getFirst()).bytes());
        }
        FileBuilder erf = new FileBuilder(ByteOrder.BIG_ENDIAN);
        packets().forEach(packet -> erf.erf(5, packet));
        seeds.add(erf.bytes());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(seeds.getFirst());
        }
        seeds.add(packed.toByteArray());
        return seeds;
    }

    @Test
    void readsAnythingToItsEndAndAccountsForEveryPacket() throws IOException {
        List<byte[]> seeds = seeds();
        Random random = new Random(42);
        long packets = 0;
        long notCaptures = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] mutant = mutate(seeds.get(i % seeds.size()).clone(), random);
            try {
                Counters counters = Opened.count(mutant, folder);
                assertThat(counters.unsettled()).as("case " + i).isZero();
                packets += counters.packets();
            } catch (NotACapture refused) {
                notCaptures++;
            }
        }
        assertThat(packets).isGreaterThan(CASES * 5L);
        assertThat(notCaptures).isBetween(10L, CASES / 2L);
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        int flips = 1 + random.nextInt(random.nextInt(20) + 1);
        for (int i = 0; i < flips; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes[at] = -1;
                default -> bytes[at] = 0;
            }
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
