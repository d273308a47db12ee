package io.callogram.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.packet.IpAddress;
import io.callogram.capture.packet.Trouble;
import io.callogram.capture.testing.FileBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PcapngFormatTest {

    @TempDir Path folder;

    private static byte[] packet(int first) {
        byte[] packet = new byte[61];
        packet[0] = (byte) first;
        return packet;
    }

    private static FileBuilder little() {
        return new FileBuilder(ByteOrder.LITTLE_ENDIAN);
    }

    private static FileBuilder three() {
        FileBuilder file = little().section().description(1, 0);
        return file.enhanced(0, 1, packet(1)).enhanced(0, 2, packet(2)).enhanced(0, 3, packet(3));
    }

    @Test
    void readsInterfacesOfDifferentTypesAndClocksInSectionsOfDifferentByteOrder()
            throws IOException {
        FileBuilder first = little();
        first.section()
                .description(1, 0)
                .description(113, 0, first.resolution(9))
                .block(0xbad, new byte[16])
                .enhanced(0, 1_000_001, packet(1))
                .enhanced(1, 1_000_000_002, packet(2))
                .old(1, 3, packet(3));
        FileBuilder second = new FileBuilder(ByteOrder.BIG_ENDIAN);
        second.section()
                .description(276, 50, second.resolution(3))
                .enhanced(0, 4000, 61, 1500, packet(4))
                .simple(61, packet(5));
        Opened opened = Opened.of(first.raw(second.bytes()).bytes(), folder);
        assertThat(opened.troubles()).isEmpty();
        assertThat(opened.firstBytes()).containsExactly(1, 2, 3, 4, 5);
        assertThat(opened.times())
                .containsExactly(
                        1_000_001_000L, 1_000_000_002L, 3L, 4_000_000_000L, 4_000_000_000L);
        assertThat(opened.packets())
                .extracting(CapturedPacket::link)
                .containsExactly(1, 113, 113, 276, 276);
        assertThat(opened.packets().get(3).original()).isEqualTo(1500);
        assertThat(opened.packets().get(4).bytes()).hasSize(50);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 5000000000",
        "6, 5, 5000",
        "9, 5, 5",
        "12, 5999, 5",
        "18, 5000000000, 5",
        "27, 9000000000000000000, 9",
        "100, 9000000000000000000, 0",
        "0x80, 5, 5000000000",
        "0x81, 5, 2500000000",
        "0x8a, 1025, 1000976562",
        "0xa0, 4294967297, 1000000000",
        "0xa8, 1099511627776, 1000000000",
        "0xbf, -9223372036854775808, 1000000000",
        "0xc0, -9223372036854775808, 500000000",
        "0xff, -1, 0"
    })
    void understandsEveryResolution(String resolution, long ticks, long nanoseconds)
            throws IOException {
        FileBuilder file = little();
        file.section().description(1, 0, file.resolution(Integer.decode(resolution)));
        file.enhanced(0, ticks, packet(1));
        assertThat(Opened.of(file.bytes(), folder).times()).containsExactly(nanoseconds);
    }

    @Test
    void addsTheTimeOffset() throws IOException {
        FileBuilder file = little();
        file.section().description(1, 0, file.offset(100)).enhanced(0, 1, packet(1));
        assertThat(Opened.of(file.bytes(), folder).times()).containsExactly(100_000_001_000L);
    }

    @Test
    void collectsResolvedNames() throws IOException {
        byte[] v4 = "\1\0\12\0\12\0\0\1pbx.x\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = three().block(4, v4).bytes();
        try (CaptureFile capture = CaptureFile.open(new ByteArrayInputStream(file), folder)) {
            Opened.of(capture);
            assertThat(capture.names())
                    .containsExactly(Map.entry(IpAddress.v4(0x0a00_0001), "pbx.x"));
        }
    }

    @Test
    void deliversEverythingBeforeACut() throws IOException {
        byte[] whole = three().bytes();
        int before = three().size() - 3 * 96;
        for (int length = 28; length < whole.length; length++) {
            Opened opened = Opened.of(Arrays.copyOf(whole, length), folder);
            // A packet is whole when only its padding and the repeated length are missing.
            int packets = Math.max(0, length - before + 7) / 96;
            assertThat(opened.packets()).as("cut at " + length).hasSize(packets);
            assertThat(opened.troubles().size()).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4, 0",
        "4, 13",
        "4, 11",
        "4, 0x7ffffffc",
        "4, 0xfffffffc",
        "92, 0",
        "4, 92",
        "4, 100",
        "20, 65",
        "20, -1",
        "8, 1",
        "8, 0x80000000",
        "0, 0x0a0d0d0a"
    })
    void resumesBehindALyingField(int offset, String value) throws IOException {
        FileBuilder file = little().section().description(1, 0).enhanced(0, 1, packet(1));
        int damaged = file.size();
        for (int i = 2; i < 10; i++) {
            file.enhanced(0, i, packet(i));
        }
        byte[] bytes = file.bytes();
        int lie = Long.decode(value).intValue();
        for (int i = 0; i < 4; i++) {
            bytes[damaged + offset + i] = (byte) (lie >>> (8 * i));
        }
        Opened opened = Opened.of(bytes, folder);
        assertThat(opened.firstBytes()).startsWith(1).endsWith(4, 5, 6, 7, 8, 9);
        assertThat(opened.troubles()).hasSize(1);
    }

    @Test
    void countsWhatItNoLongerLists() throws IOException {
        FileBuilder file = little().section().description(1, 0);
        for (int i = 0; i < 1000; i++) {
            file.enhanced(7, 1, packet(1));
        }
        try (CaptureFile capture =
                CaptureFile.open(new ByteArrayInputStream(file.bytes()), folder)) {
            Opened opened = Opened.of(capture);
            assertThat(opened.troubles()).hasSize(Troubles.MAX_LISTED);
            assertThat(opened.troubles().getFirst())
                    .extracting(Trouble::sentence)
                    .isEqualTo(
                            "has a packet of an interface that was never described at byte 48;"
                                    + " it was skipped");
            assertThat(capture.troubleCounts()).containsEntry("bad-block", 1000L);
        }
    }

    @Test
    void limitsInterfaces() throws IOException {
        FileBuilder file = little().section();
        for (int i = 0; i < 65_540; i++) {
            file.description(1, 0);
        }
        file.enhanced(65_535, 1, packet(1)).enhanced(65_537, 1, packet(2));
        assertThat(Opened.of(file.bytes(), folder).firstBytes()).containsExactly(1);
    }
}
