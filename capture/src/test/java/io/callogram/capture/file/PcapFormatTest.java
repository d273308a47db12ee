package io.callogram.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.packet.Trouble;
import io.callogram.capture.testing.FileBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PcapFormatTest {

    private static final int MICROSECONDS = 0xa1b2c3d4;
    private static final int NANOSECONDS = 0xa1b23c4d;

    /// A time of today: damage shows in times as well.
    private static final int T = 1_600_000_000;

    @TempDir Path folder;

    private static byte[] packet(int first) {
        byte[] packet = new byte[60];
        packet[0] = (byte) first;
        return packet;
    }

    private static FileBuilder big() {
        return new FileBuilder(ByteOrder.BIG_ENDIAN);
    }

    private static FileBuilder three() {
        FileBuilder file = big().pcap(MICROSECONDS, 65_535, 1);
        return file.record(T + 5, 1, packet(1))
                .record(T + 6, 2, packet(2))
                .record(T + 7, 3, packet(3));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void readsBothByteOrdersAndBothClocks(boolean bigEndian, boolean nanoseconds)
            throws IOException {
        ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] file =
                new FileBuilder(order)
                        .pcap(nanoseconds ? NANOSECONDS : MICROSECONDS, 65_535, 113)
                        .record(1, 999, 60, 1500, packet(7))
                        .record(-1, 0, packet(8))
                        .bytes();
        Opened opened = Opened.of(file, folder);
        assertThat(opened.firstBytes()).containsExactly(7, 8);
        assertThat(opened.times())
                .containsExactly(
                        1_000_000_000L + (nanoseconds ? 999 : 999_000),
                        0xffff_ffffL * 1_000_000_000L);
        assertThat(opened.packets().getFirst().link()).isEqualTo(113);
        assertThat(opened.packets().getFirst().original()).isEqualTo(1500);
        assertThat(opened.records()).containsExactly(24L, 100L);
        assertThat(opened.troubles()).isEmpty();
    }

    @Test
    void readsKuznetsovsRecords() throws IOException {
        byte[] file =
                big().pcap(0xa1b2cd34, 65_535, 1)
                        .record(1, 2, 60, 60, new byte[8])
                        .raw(packet(9))
                        .bytes();
        assertThat(Opened.of(file, folder).firstBytes()).containsExactly(9);
    }

    @Test
    void readsCapturesPutOneBehindTheOther() throws IOException {
        byte[] later = big().pcap(MICROSECONDS, 65_535, 1).record(T - 90_000, 1, packet(4)).bytes();
        Opened opened = Opened.of(three().raw(later).raw(later).bytes(), folder);
        assertThat(opened.firstBytes()).containsExactly(1, 2, 3, 4, 4);
        assertThat(opened.troubles())
                .extracting(Trouble::reason)
                .containsExactly("joined", "joined");
        assertThat(opened.troubles().getFirst().at()).isEqualTo(252);
    }

    @Test
    void saysThatNothingFollowsDamageUpToTheEnd() throws IOException {
        Opened opened = Opened.of(three().raw(new byte[500]).bytes(), folder);
        assertThat(opened.packets()).hasSize(3);
        assertThat(opened.troubles())
                .containsExactly(
                        new Trouble(
                                "damaged",
                                252,
                                "is damaged from byte 252 on; nothing could be read behind it"));
    }

    @Test
    void deliversEverythingBeforeACutAndSaysWhere() throws IOException {
        byte[] whole = three().bytes();
        for (int length = 24; length < whole.length; length++) {
            Opened opened = Opened.of(Arrays.copyOf(whole, length), folder);
            assertThat(opened.packets()).hasSize((length - 24) / 76);
            List<Trouble> expected =
                    (length - 24) % 76 == 0
                            ? List.of()
                            : List.of(
                                    new Trouble(
                                            "cut",
                                            length,
                                            "ends in the middle of a packet at byte "
                                                    + length
                                                    + "; everything before it was read"));
            assertThat(opened.troubles()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0x7fff_ffff, 0x4000_0001, 0x0010_0000, 61, 59, 200})
    void resumesBehindALyingLength(int captured) throws IOException {
        FileBuilder file = big().pcap(MICROSECONDS, 65_535, 1).record(T + 5, 1, packet(1));
        file.record(T + 6, 2, captured, 60, packet(2));
        for (int i = 3; i < 10; i++) {
            file.record(T + 7, i, packet(i));
        }
        Opened opened = Opened.of(file.bytes(), folder);
        assertThat(opened.firstBytes()).startsWith(1).endsWith(6, 7, 8, 9);
        assertThat(opened.troubles())
                .singleElement()
                .extracting(Trouble::reason)
                .isEqualTo("damaged");
    }

    @Test
    void reportsWhereDamageBeginsAndEnds() throws IOException {
        FileBuilder file = three();
        int damage = file.size();
        file.raw(new byte[1000]);
        file.record(T + 7, 4, packet(4)).record(T + 7, 5, packet(5));
        Opened opened = Opened.of(file.bytes(), folder);
        assertThat(opened.firstBytes()).endsWith(4, 5);
        Trouble trouble = opened.troubles().getLast();
        assertThat(trouble.sentence()).contains("is damaged from byte").contains("to byte 1,2");
        assertThat(trouble.at()).isGreaterThanOrEqualTo(damage);
    }

    @Test
    void growsABlockForOneLargeRecordAndRefusesAnImpossibleOne() throws IOException {
        byte[] large = new byte[5 << 20];
        large[0] = 7;
        byte[] file = big().pcap(MICROSECONDS, 64 << 20, 1).record(1, 1, large).bytes();
        assertThat(Opened.of(file, folder).firstBytes()).containsExactly(7);
        byte[] limited = big().pcap(MICROSECONDS, 65_535, 1).record(1, 1, large).bytes();
        assertThat(Opened.of(limited, folder).packets()).isEmpty();
    }

    @Test
    void readsManyBlocksWithoutLosingAPacketAtTheirBorders() throws IOException {
        FileBuilder file = big().pcap(MICROSECONDS, 65_535, 1);
        for (int i = 0; i < 50_000; i++) {
            file.record(i, 0, 60, 60, packet(i));
        }
        Opened opened = Opened.of(file.bytes(), folder);
        assertThat(opened.packets()).hasSize(50_000);
        for (int i = 0; i < 50_000; i++) {
            assertThat(opened.packets().get(i).time()).isEqualTo(i * 1_000_000_000L);
        }
    }
}
