package io.callogram.analyzer.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.file.PcapngBuffer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a disk may hold after a power cut: a prefix, and any sectors of what was not forced: the
/// last group, and the one before when it was written ahead of that.
class TornWritesTest {

    private static final int RECORDS = 1000;
    private static final int SECTOR = 512;
    private static final SegmentName NAME = new SegmentName(0, List.of(1));

    private final int[] ends = new int[RECORDS + 1];

    /// Records that are durable when this one is written.
    private final int[] durable = new int[RECORDS + 1];

    private byte[] log = new byte[0];
    private int states;

    @BeforeEach
    void write() {
        byte[] header = NAME.header();
        byte[] bytes = Arrays.copyOf(header, 1 << 20);
        int length = header.length;
        ends[0] = length;
        Random random = new Random(3);
        int number = 0;
        int before = 0;
        while (number < RECORDS) {
            int begin = number;
            int size = Math.min(1 + random.nextInt(12), RECORDS - number);
            boolean ahead = number > 0 && random.nextBoolean();
            Group group = new Group();
            for (int i = 0; i < size; i++) {
                byte[] packet = Packets.packet(number);
                durable[number] = ahead ? before : begin;
                group.add(0, number, packet.length, packet, 0, packet.length, number);
                ends[++number] = length + group.length();
            }
            group.ahead(ahead);
            before = begin;
            for (PcapngBuffer portion : group.portions()) {
                System.arraycopy(portion.array(), 0, bytes, length, portion.length());
                length += portion.length();
            }
        }
        log = Arrays.copyOf(bytes, length);
    }

    private SegmentScan scan(byte[] file) throws IOException {
        return SegmentScanner.scan(bytes(file), file.length, NAME, false);
    }

    private static Positioned bytes(byte[] file) {
        return (position, into, offset, length) -> {
            int there = (int) Math.min(length, file.length - position);
            System.arraycopy(file, (int) position, into, offset, there);
            return there == 0 ? -1 : there;
        };
    }

    /// @param acknowledged packets that must be there
    /// @param written packets that may be
    private void check(byte[] file, int acknowledged, int written, String how) throws IOException {
        states++;
        SegmentScan scan = scan(file);
        assertThat(scan.packets()).as(how).isBetween((long) acknowledged, (long) written);
        assertThat(scan.length()).as(how).isEqualTo(ends[(int) scan.packets()]);
        assertThat(scan.holeCount()).as(how).isZero();
        assertThat(Arrays.mismatch(file, 0, (int) scan.length(), log, 0, (int) scan.length()))
                .as(how)
                .isEqualTo(-1);
    }

    @Test
    void alwaysOpenToAPrefixThatHoldsAllThatWasAcknowledged() throws IOException {
        Random random = new Random(5);
        for (int record = 0; record < RECORDS; record++) {
            int acknowledged = durable[record];
            int from = ends[record];
            int to = ends[record + 1];
            for (int i = 0; i < 8; i++) {
                int cut = i == 0 ? from : i == 1 ? to : from + random.nextInt(to - from);
                check(Arrays.copyOf(log, cut), acknowledged, record + 1, "cut at " + cut);
                zeroTail(cut, to, acknowledged, record);
            }
            tornSectors(acknowledged, record, random);
        }
        assertThat(states).isGreaterThanOrEqualTo(20_000);
    }

    /// The length reached the disk, the bytes did not.
    private void zeroTail(int cut, int to, int acknowledged, int record) throws IOException {
        byte[] zeros = Arrays.copyOf(Arrays.copyOf(log, cut), to + 1024);
        check(zeros, acknowledged, record + 1, "zeros from " + cut);
    }

    /// Of what was not forced two sectors are still what they were: zeros, or old bytes.
    private void tornSectors(int acknowledged, int record, Random random) throws IOException {
        int from = ends[acknowledged];
        int to = ends[record + 1];
        for (int i = 0; i < 8; i++) {
            byte[] torn = Arrays.copyOf(log, to);
            int missing = tear(torn, from, to, i, random);
            tear(torn, from, to, i, random);
            check(torn, acknowledged, record + 1, "sector " + missing + " of " + to);
        }
    }

    private static int tear(byte[] torn, int from, int to, int i, Random random) {
        int first = from / SECTOR;
        int missing = first + random.nextInt((to - 1) / SECTOR - first + 1);
        int begin = Math.max(from, missing * SECTOR);
        int end = Math.min(to, (missing + 1) * SECTOR);
        Arrays.fill(torn, begin, end, (byte) (i % 2 == 0 ? 0 : 0x5a));
        return missing;
    }

    @Test
    void tellsRotFromATornTailByWhatWasDurable() throws IOException {
        for (int record = 20; record < RECORDS; record += 3) {
            int good = durable[record];
            for (int turned = Math.max(0, record - 15); turned < record; turned++) {
                byte[] rotten = Arrays.copyOf(log, ends[record + 1]);
                rotten[ends[turned] + 30] ^= 1;
                SegmentScan scan = scan(rotten);
                String how = "record " + turned + " of " + record + ", " + good + " durable";
                if (turned >= good) {
                    assertThat(scan.packets()).as(how).isEqualTo(turned);
                    assertThat(scan.holeCount()).as(how).isZero();
                } else {
                    assertThat(scan.packets()).as(how).isEqualTo(record);
                    assertThat(scan.holeCount()).as(how).isOne();
                }
            }
        }
    }

    @Test
    void doesNotTakeRotForATornTail() throws IOException {
        byte[] rotten = log.clone();
        int record = durable[500];
        rotten[ends[record - 1] + 30] ^= 1;
        SegmentScan scan = scan(rotten);
        assertThat(scan.packets()).isEqualTo(RECORDS - 1);
        assertThat(scan.torn()).isZero();
        assertThat(scan.holes())
                .containsExactly(new SegmentScan.Hole(ends[record - 1], ends[record]));
    }
}
