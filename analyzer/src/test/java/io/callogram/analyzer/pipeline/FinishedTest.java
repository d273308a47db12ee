package io.callogram.analyzer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What is remembered of calls that were handed on.
class FinishedTest {

    private final Finished finished = new Finished();

    @Test
    void holdsWhatWakesUpForDaysOnlyOnce() {
        for (int i = 0; i < 50_000; i++) {
            Emitted again = emitted(1 + i % 10, i);
            Emitted before = finished.of(1 + i % 10, 0);
            if (before != null) {
                finished.forget(before);
            }
            finished.remember(again);
            finished.trim();
            assertThat(finished.of(1 + i % 10, 0)).isSameAs(again);
        }
        assertThat(finished.size()).isLessThan(2_000);
    }

    @Test
    void remembersTheNewestOfMany() {
        for (int i = 1; i <= 250_000; i++) {
            finished.remember(emitted(i, i));
            finished.trim();
        }
        assertThat(finished.of(1, 0)).isNull();
        assertThat(finished.of(250_000, 0)).isNotNull();
        assertThat(finished.size()).isEqualTo(200_000);
    }

    private static Emitted emitted(long key, long last) {
        return new Emitted(List.of("c-" + key), new long[] {key}, new byte[0], 3, last);
    }
}
