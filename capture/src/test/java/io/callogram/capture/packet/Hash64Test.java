package io.callogram.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class Hash64Test {

    @Test
    void dependsOnTheBytesAndNotOnWhereTheyStand() {
        byte[] bytes = new byte[300];
        new Random(1).nextBytes(bytes);
        for (int length = 0; length <= 200; length++) {
            byte[] alone = Arrays.copyOfRange(bytes, 7, 7 + length);
            assertThat(Hash64.of(bytes, 7, length)).isEqualTo(Hash64.of(alone)).isNotZero();
        }
    }

    @Test
    void tellsApartEveryLengthOfZeros() {
        Set<Long> seen = new HashSet<>();
        for (int length = 0; length < 1000; length++) {
            assertThat(seen.add(Hash64.of(new byte[length]))).isTrue();
        }
    }

    @Test
    void changesAboutHalfOfItsBitsWithEveryBitOfTheInput() {
        Random random = new Random(2);
        for (int length : new int[] {1, 3, 7, 8, 15, 16, 17, 48, 49, 100}) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            long before = Hash64.of(bytes);
            long flipped = 0;
            for (int bit = 0; bit < length * 8; bit++) {
                bytes[bit / 8] ^= (byte) (1 << (bit % 8));
                flipped += Long.bitCount(before ^ Hash64.of(bytes));
                bytes[bit / 8] ^= (byte) (1 << (bit % 8));
            }
            assertThat((double) flipped / (length * 8)).isBetween(26.0, 38.0);
        }
    }

    @Test
    void mixesInOrder() {
        assertThat(Hash64.mix(1, 2)).isNotEqualTo(Hash64.mix(2, 1)).isNotZero();
    }

    @Test
    void keepsItsValuesForEver() {
        assertThat(Hash64.of(new byte[0])).isEqualTo(-6534599960566518765L);
        assertThat(Hash64.of(new byte[100])).isEqualTo(6700667937758799305L);
    }
}
