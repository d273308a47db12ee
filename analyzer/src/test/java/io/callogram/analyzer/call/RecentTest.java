package io.callogram.analyzer.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {

    @Test
    void findsTheNewestFirstAndAllInOrderOfTime() {
        Recent recent = new Recent(0);
        assertThat(recent.put(7, 1)).isZero();
        recent.put(7, 4);
        recent.put(8, 4);
        int newest = recent.newest(7);
        assertThat(recent.leg(newest)).isEqualTo(4);
        assertThat(recent.leg(recent.older(newest))).isEqualTo(1);
        assertThat(recent.older(recent.older(newest))).isZero();
        assertThat(recent.all(7, 2)).containsExactly(1, 4);
        assertThat(recent.all(7, 1)).isEmpty();
        assertThat(recent.all(9, 2)).isEmpty();
    }

    @Test
    void keepsALegOnceAndTellsWhoWasThereBefore() {
        Recent recent = new Recent(0);
        recent.put(0, 3);
        assertThat(recent.put(0, 3)).isZero();
        assertThat(recent.leg(recent.put(0, 5))).isEqualTo(3);
        assertThat(recent.all(0, 9)).containsExactly(3, 5);
    }

    @Test
    void growsBeyondWhatWasExpected() {
        Recent recent = new Recent(3);
        for (int leg = 0; leg < 5000; leg++) {
            recent.put(leg % 1000, leg);
        }
        for (int key = 0; key < 1000; key++) {
            assertThat(recent.all(key, 9))
                    .containsExactly(key, key + 1000, key + 2000, key + 3000, key + 4000);
        }
    }
}
