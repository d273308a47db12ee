package io.callogram.capture.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ChildInputTest {

    private static byte[] stream() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ChildOutput out = new ChildOutput(bytes);
        out.describe(new CaptureInterface("eth0", "wire", List.of("::1"), true, false));
        out.ready(1000);
        for (int i = 0; i < 20; i++) {
            out.frame(i, 1, 100, new byte[100], 100);
        }
        out.statistics(1, 2, 3);
        out.refused(new CaptureRefused(CaptureRefused.Cause.MACHINE, "Out of luck."));
        return bytes.toByteArray();
    }

    @Test
    void readsWhatItsOutputWrote() throws IOException {
        ChildInput input = new ChildInput(new ByteArrayInputStream(stream()));
        assertThat(input.awaitReady((_, _, _, _, _, _) -> {})).isNull();
        while (input.next((_, _, _, _, _, _) -> {})) {
            // Up to the refusal.
        }
        assertThat(input.frames()).isEqualTo(20);
        assertThat(input.kernelDrops()).isEqualTo(1);
        assertThat(input.interfaceDrops()).isEqualTo(2);
        assertThat(input.onInterfaces()).isEqualTo(3);
        assertThat(input.refusal()).hasMessage("Out of luck.");
        assertThat(input.interfaces())
                .containsExactly(new CaptureInterface("eth0", "wire", List.of("::1"), true, false));
    }

    private static ChildInput life(long passedBefore, int frames, int more, long onInterfaces)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ChildOutput out = new ChildOutput(bytes);
        out.ready(passedBefore);
        for (int i = 0; i < frames + more; i++) {
            if (i == frames) {
                out.statistics(5, 0, onInterfaces);
            }
            out.frame(i, 1, 100, new byte[100], 100);
        }
        out.flush();
        ChildInput input = new ChildInput(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(input.awaitReady((_, _, _, _, _, _) -> {})).isNull();
        while (input.next((_, _, _, _, _, _) -> {})) {
            // Up to its death.
        }
        return input;
    }

    @Test
    void knowsHowManyFramesPassedUntilTheNextLife() throws IOException {
        ChildInput first = life(1_000, 20, 3, 25);
        ChildInput second = life(1_100, 0, 0, 0);
        // 100 passed; 23 were read and 5 dropped.
        assertThat(first.missedUntil(second, false)).isEqualTo(72);
        // 75 passed after it counted last; 3 of them were read.
        assertThat(first.missedUntil(second, true)).isEqualTo(72);
        assertThat(first.missedUntil(life(1_010, 0, 0, 0), false)).isZero();
        assertThat(first.missedUntil(life(-1, 0, 0, 0), false)).isEqualTo(-1);
        assertThat(life(-1, 0, 0, 0).missedUntil(second, false)).isEqualTo(-1);
    }

    @Test
    void endsOnAnyDamage() throws IOException {
        byte[] whole = stream();
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = whole.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            ChildInput input =
                    new ChildInput(
                            new ByteArrayInputStream(
                                    damaged, 0, random.nextInt(damaged.length + 1)));
            int[] frames = {0};
            while (input.next((_, _, _, _, _, length) -> frames[0] += length >= 0 ? 1 : 0)) {
                assertThat(frames[0]).isLessThan(damaged.length);
            }
        }
    }
}
