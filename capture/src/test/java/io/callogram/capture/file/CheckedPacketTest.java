package io.callogram.capture.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedPacketTest {

    private static final int PACKETS = 60;

    @TempDir private Path folder;

    /// Packets of one length too: there a wrong length may lead to another block's beginning.
    private static byte[] section() {
        PcapngBuffer blocks = new PcapngBuffer(64);
        blocks.section(CheckedPacket.APPLICATION);
        blocks.describe(1);
        Random random = new Random(7);
        for (int i = 0; i < PACKETS; i++) {
            byte[] packet = new byte[i < PACKETS / 2 ? 196 : random.nextInt(300)];
            random.nextBytes(packet);
            blocks.checkedPacket(0, 1000 + i, 1500, packet, 0, packet.length, i);
        }
        return Arrays.copyOf(blocks.array(), blocks.length());
    }

    private static List<Integer> starts(byte[] bytes) {
        List<Integer> starts = new ArrayList<>();
        int at = 28 + 20 + 4 + 32;
        while (CheckedPacket.intact(bytes, at - 4, bytes.length) == 0) {
            at += 4;
        }
        at -= 4;
        while (at < bytes.length) {
            starts.add(at);
            at += CheckedPacket.intact(bytes, at, bytes.length);
        }
        return starts;
    }

    @Test
    void isReadLikeAnyOtherPacket() throws Exception {
        Opened opened = Opened.of(section(), folder);
        assertThat(opened.troubles()).isEmpty();
        assertThat(opened.packets()).hasSize(PACKETS);
        assertThat(opened.packets().getLast().time()).isEqualTo(1000 + PACKETS - 1);
        assertThat(opened.packets().getFirst().original()).isEqualTo(1500);
    }

    @Test
    void isLostAloneWhereverABitOfItIsWrong() throws Exception {
        byte[] bytes = section();
        List<Integer> starts = starts(bytes);
        assertThat(starts).hasSize(PACKETS);
        Random random = new Random(11);
        for (int round = 0; round < 2000; round++) {
            int bit =
                    starts.getFirst() * 8 + random.nextInt((bytes.length - starts.getFirst()) * 8);
            byte[] damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Opened opened = Opened.of(damaged, folder);
            assertThat(opened.packets()).as("bit %d", bit).hasSize(PACKETS - 1);
            assertThat(opened.troubles()).as("bit %d", bit).isNotEmpty();
        }
    }
}
