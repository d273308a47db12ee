package io.callogram.analyzer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.packet.PacketBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StretchesTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void cutsAtTheSamePacketsHoweverTheyCome() {
        long[] times = new long[20_000];
        Random random = new Random(5);
        for (int i = 1; i < times.length; i++) {
            boolean silence = random.nextInt(3_000) == 0;
            times[i] = times[i - 1] + random.nextInt(3) * SECOND / 500 + (silence ? 9 * SECOND : 0);
        }
        List<Integer> atOnce = beginnings(times, new Random(1), times.length);
        assertThat(atOnce).hasSizeGreaterThan(4);
        assertThat(beginnings(times, new Random(2), 1)).isEqualTo(atOnce);
        assertThat(beginnings(times, new Random(3), 10)).isEqualTo(atOnce);
        assertThat(beginnings(times, new Random(4), 5_000)).isEqualTo(atOnce);
    }

    @Test
    void beginsAnotherWhenTenSecondsHavePassed() {
        long[] times = {0, SECOND, 10 * SECOND - 1, 10 * SECOND, 15 * SECOND, 25 * SECOND};
        assertThat(beginnings(times, new Random(1), times.length)).containsExactly(3, 5);
    }

    @Test
    void staysInOneWhenTimeGoesBack() {
        long[] times = {100 * SECOND, 20 * SECOND, 105 * SECOND, 110 * SECOND, SECOND};
        assertThat(beginnings(times, new Random(1), times.length)).containsExactly(3);
    }

    @Test
    void beginsAnotherAfterSoManyPackets() {
        assertThat(beginnings(new long[10_000], new Random(1), 300)).containsExactly(4_096, 8_192);
    }

    /// Which packets begin a stretch, of packets that come in blocks of any size.
    private static List<Integer> beginnings(long[] times, Random random, int largest) {
        Stretches stretches = new Stretches();
        List<Integer> beginnings = new ArrayList<>();
        List<Long> seen = new ArrayList<>();
        int at = 0;
        while (at < times.length) {
            int count = Math.min(times.length - at, 1 + random.nextInt(largest));
            for (Stretches.Piece piece : stretches.cut(block(times, at, count))) {
                if (piece.begins()) {
                    beginnings.add(seen.size());
                }
                for (int i = 0; i < piece.block().count(); i++) {
                    seen.add(piece.block().time()[i]);
                }
            }
            at += count;
        }
        assertThat(seen)
                .containsExactly(java.util.Arrays.stream(times).boxed().toArray(Long[]::new));
        return beginnings;
    }

    private static PacketBlock block(long[] times, int from, int count) {
        long[] time = new long[count];
        System.arraycopy(times, from, time, 0, count);
        int[] none = new int[count];
        return new PacketBlock(
                new byte[0], 0, count, new long[count], none, none, none, time, none);
    }
}
