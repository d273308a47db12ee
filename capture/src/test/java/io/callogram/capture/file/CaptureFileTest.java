package io.callogram.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.PacketSource;
import io.callogram.capture.packet.Payload;
import io.callogram.capture.reassembly.FileSpool;
import io.callogram.capture.reassembly.Payloads;
import io.callogram.capture.testing.FileBuilder;
import io.callogram.capture.testing.Packet;
import io.callogram.capture.testing.Sip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaptureFileTest {

    @TempDir Path folder;

    private static FileBuilder builder() {
        return new FileBuilder(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] packet(int first) {
        byte[] packet = new byte[60];
        packet[0] = (byte) first;
        return packet;
    }

    private static byte[] pcap() {
        FileBuilder file = builder().pcap(0xa1b2c3d4, 65_535, 1);
        return file.record(1, 1, packet(1)).record(2, 2, packet(2)).bytes();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("upload.txt"), bytes);
    }

    @Test
    void goesByTheFirstBytesAndNotByTheName() throws IOException {
        for (byte[] bytes : List.of(pcap(), gzip(pcap()))) {
            try (CaptureFile capture = CaptureFile.open(file(bytes), folder)) {
                assertThat(capture.format()).isEqualTo(CaptureFormat.PCAP);
                assertThat(Opened.of(capture).firstBytes()).containsExactly(1, 2);
                assertThat(Opened.of(capture).firstBytes()).containsExactly(1, 2);
                assertThat(capture.packet(100).bytes()).isEqualTo(packet(2));
                assertThat(capture.read(116, 3)).containsExactly(2, 0, 0);
                assertThat(capture.read(170, 100)).hasSize(6);
            }
        }
        try (var left = Files.list(folder)) {
            assertThat(left).as("spool files go with the capture").hasSize(1);
        }
    }

    @Test
    void usesTheArraysOfABlockThatIsOverAgain() throws IOException {
        FileBuilder file = builder().pcap(0xa1b2c3d4, 65_535, 1);
        for (int i = 0; i < 40_000; i++) {
            file.record(i / 1_000, i % 1_000, packet(i % 250));
        }
        try (CaptureFile capture = CaptureFile.open(file(file.bytes()), folder)) {
            List<Integer> read = Opened.of(capture).firstBytes();
            assertThat(read).hasSize(40_000);
            assertThat(read).allSatisfy(first -> assertThat(first).isLessThan(250));
            assertThat(read.get(39_999)).isEqualTo(39_999 % 250);
            PacketSource source = capture.packets();
            PacketBlock first = source.next();
            assertThat(first).isNotNull();
            source.over(first);
            PacketBlock second = source.next();
            assertThat(second).isNotNull();
            assertThat(second.bytes()).isSameAs(first.bytes());
            assertThat(second.record()[0]).isGreaterThan(first.base());
        }
    }

    /// A capture that grows: whoever asks for more than is there would wait, which fails here.
    private record Growing(byte[] bytes) implements ByteSource {
        @Override
        public int read(long position, byte[] into, int offset, int length) throws IOException {
            if (position >= bytes.length) {
                throw new IOException("waits for what has not come yet");
            }
            int got = Math.min(length, bytes.length - (int) position);
            System.arraycopy(bytes, (int) position, into, offset, got);
            return got;
        }

        @Override
        public long progress(long position) {
            return position;
        }

        @Override
        public long size() {
            return -1;
        }

        @Override
        public void close() {}
    }

    @Test
    void readsAPacketAgainWithoutWaitingForTheNext() throws IOException {
        try (CaptureFile capture = CaptureFile.open(new Growing(pcap()))) {
            assertThat(capture.packet(100).bytes()).isEqualTo(packet(2));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PcapngWriter writer = new PcapngWriter(out)) {
            writer.write(1, 1, 60, packet(3), 0, 60);
        }
        int record = out.size() - 92; // an enhanced packet block: 32 bytes around the 60
        try (CaptureFile capture = CaptureFile.open(new Growing(out.toByteArray()))) {
            assertThat(capture.packet(record).bytes()).isEqualTo(packet(3));
        }
    }

    @Test
    void readsErf() throws IOException {
        byte[] bytes = builder().erf(5, packet(1)).erf(6, packet(2)).erf(7, packet(3)).bytes();
        Opened opened = Opened.of(bytes, folder);
        assertThat(opened.firstBytes()).containsExactly(1, 2, 3);
        assertThat(opened.times()).first().isEqualTo(5_500_000_000L);
        Opened cut = Opened.of(Arrays.copyOf(bytes, bytes.length - 1), folder);
        assertThat(cut.firstBytes()).containsExactly(1, 2);
        assertThat(cut.troubles()).hasSize(1);
    }

    @Test
    void resumesBehindADamagedErfRecord() throws IOException {
        FileBuilder file = builder();
        for (int i = 0; i < 9; i++) {
            file.erf(i, packet(i));
        }
        byte[] bytes = file.bytes();
        bytes[5 * 78 + 8] = 99;
        Opened opened = Opened.of(bytes, folder);
        assertThat(opened.firstBytes()).containsExactly(0, 1, 2, 3, 4, 6, 7, 8);
        assertThat(opened.troubles()).hasSize(1);
    }

    @Test
    void saysWhatAFileIsInsteadOfACapture() {
        refuses("", "The file is empty: there is nothing to read.");
        refuses(
                "hello world",
                "begins with 68 65 6c 6c 6f 20 77 6f, like the text \"hello world\"");
        refuses("PK\3\4", "like a ZIP archive: unpack it first");
        refuses("\u00d4\u00c3\u00b2\u00a1\2\0", "ends inside its own header after 6 bytes");
    }

    private void refuses(String bytes, String sentence) {
        byte[] file = bytes.getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Opened.of(file, folder))
                .isInstanceOf(NotACapture.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void keepsWhatADamagedGzipStillGave() throws IOException {
        FileBuilder many = builder().pcap(0xa1b2c3d4, 65_535, 1);
        for (int i = 0; i < 20_000; i++) {
            many.record(i, i * 7 % 999_999, packet(i * 31));
        }
        byte[] packed = gzip(many.bytes());
        Opened cut = Opened.of(Arrays.copyOf(packed, packed.length / 2), folder);
        assertThat(cut.packets().size()).isBetween(1_000, 19_999);
        assertThat(cut.troubles()).extracting("reason").contains("gzip-cut");
        packed[packed.length / 2] ^= 0x55;
        packed[packed.length / 2 + 1] ^= 0x55;
        Opened damaged = Opened.of(packed, folder);
        assertThat(damaged.packets()).isNotEmpty();
        assertThat(damaged.troubles()).isNotEmpty();
    }

    @Test
    void refusesABombButKeepsItsBeginning() throws IOException {
        FileBuilder file = builder().pcap(0xa1b2c3d4, 65_535, 1).record(1, 1, packet(1));
        byte[] zeros = new byte[60_000];
        for (int i = 0; i < 400; i++) {
            file.record(1, 2, zeros);
        }
        Opened bomb = Opened.of(gzip(file.bytes()), folder);
        assertThat(bomb.packets().size()).isBetween(150, 350);
        assertThat(bomb.troubles()).extracting("reason").contains("ratio-too-high");
        try (Inflation limited =
                new Inflation(new ByteArrayInputStream(gzip(new byte[5000])), -1, 1000)) {
            assertThat(limited.readNBytes(1000)).hasSize(1000);
            assertThatThrownBy(limited::read).isInstanceOf(Inflation.Refused.class);
        }
    }

    @Test
    void readsPacketsOfAnyInterfaceAgainWithoutAPassBefore() throws IOException {
        FileBuilder file = builder();
        file.section().description(1, 0).description(101, 0, file.resolution(9));
        file.enhanced(0, 1, packet(1));
        int second = file.size();
        file.enhanced(1, 77, packet(2)).section().description(113, 0);
        int third = file.size();
        file.enhanced(0, 5, packet(3));
        try (CaptureFile capture = CaptureFile.open(file(file.bytes()), folder)) {
            CapturedPacket again = capture.packet(second);
            assertThat(again.link()).isEqualTo(101);
            assertThat(again.time()).isEqualTo(77);
            assertThat(capture.packet(third).link()).isEqualTo(113);
            assertThatThrownBy(() -> capture.packet(file.size() + 100L))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void exportsWhatItReads() throws IOException {
        FileBuilder file = builder();
        file.section().description(1, 0, file.resolution(9)).description(113, 0);
        file.enhanced(0, 1_600_000_000_123_456_789L, packet(1)).enhanced(1, 2, 60, 1500, packet(2));
        file.enhanced(0, 3, Arrays.copyOf(packet(3), 57));
        Opened opened = Opened.of(file.bytes(), folder);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PcapngWriter writer = new PcapngWriter(out)) {
            for (CapturedPacket packet : opened.packets()) {
                writer.write(packet);
            }
        }
        Opened again = Opened.of(out.toByteArray(), folder);
        assertThat(again.packets()).usingRecursiveComparison().isEqualTo(opened.packets());
        assertThat(again.troubles()).isEmpty();
    }

    @Test
    void readsPayloadBytesAgainWhereverTheyStand() throws IOException {
        byte[] whole = Packet.of(Sip.request("INVITE", 1, 3000)).udp(1, 2).bytes();
        byte[] first =
                Packet.of(Arrays.copyOf(whole, 1480), 17)
                        .ipv4("1.1.1.1", "2.2.2.2", 9, 0x2000)
                        .ethernet()
                        .bytes();
        byte[] rest =
                Packet.of(Arrays.copyOfRange(whole, 1480, whole.length), 17)
                        .ipv4("1.1.1.1", "2.2.2.2", 9, 185)
                        .ethernet()
                        .bytes();
        byte[] plain =
                Packet.of(Sip.request("BYE", 2, 0))
                        .udp(1, 2)
                        .ipv4("1.1.1.1", "2.2.2.2")
                        .ethernet()
                        .bytes();
        byte[] bytes =
                builder()
                        .pcap(0xa1b2c3d4, 65_535, 1)
                        .record(1, 0, rest)
                        .record(2, 0, plain)
                        .record(3, 0, first)
                        .bytes();
        try (CaptureFile capture = CaptureFile.open(file(bytes), folder);
                FileSpool spool = new FileSpool(folder)) {
            List<Payload> payloads = new ArrayList<>();
            List<byte[]> copies = new ArrayList<>();
            PacketSource source = capture.packets();
            Payloads.read(
                    source,
                    spool,
                    payload -> {
                        payloads.add(payload);
                        copies.add(
                                Arrays.copyOfRange(
                                        payload.bytes(),
                                        payload.offset(),
                                        payload.offset() + payload.length()));
                    });
            CaptureBytes stored = new CaptureBytes(capture, spool);
            assertThat(payloads)
                    .extracting(Payload::stored)
                    .satisfiesExactly(
                            bye -> assertThat(bye).isPositive(),
                            invite -> assertThat(invite).isNegative());
            for (int i = 0; i < 2; i++) {
                assertThat(stored.read(payloads.get(i).stored(), payloads.get(i).length()))
                        .isEqualTo(copies.get(i));
            }
            assertThat(stored.records(payloads.get(0))).containsExactly(payloads.get(0).packet());
            assertThat(stored.records(payloads.get(1)))
                    .hasSize(2)
                    .contains(payloads.get(1).packet(), 24L);
        }
    }
}
