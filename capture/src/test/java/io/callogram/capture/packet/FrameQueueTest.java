package io.callogram.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class FrameQueueTest {

    private static final int CAPACITY = 1 << 20;

    @Test
    void handsOnEveryFrameInOrderWithAllThatIsKnownOfIt() {
        List<String> got = new ArrayList<>();
        FrameSink sink =
                (time, link, original, bytes, offset, length) ->
                        got.add(
                                time
                                        + " "
                                        + link
                                        + " "
                                        + original
                                        + " "
                                        + new String(bytes, offset, length));
        byte[] bytes = "xhellox".getBytes();
        try (FrameQueue queue = new FrameQueue(sink, CAPACITY)) {
            for (int i = 0; i < 1_000; i++) {
                queue.frame(i, 101, 99, bytes, 1, 5);
            }
        }
        assertThat(got).hasSize(1_000).startsWith("0 101 99 hello").endsWith("999 101 99 hello");
    }

    @Test
    void dropsWhatDoesNotFitAndCountsIt() throws InterruptedException {
        CountDownLatch blocked = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(1);
        List<Long> got = new ArrayList<>();
        FrameSink slow =
                (time, link, original, bytes, offset, length) -> {
                    taken.countDown();
                    await(blocked);
                    got.add(time);
                };
        FrameQueue queue = new FrameQueue(slow, CAPACITY);
        int sent = 5_000;
        queue.frame(0, 1, 980, new byte[980], 0, 980);
        taken.await();
        for (int i = 1; i < sent; i++) {
            queue.frame(i, 1, 980, new byte[980], 0, 980);
        }
        long dropped = queue.dropped();
        blocked.countDown();
        queue.close();
        // Half of the capacity waits behind the frame that is being handed on.
        assertThat(queue.handedOn()).isEqualTo(1 + CAPACITY / 2 / 1_000);
        assertThat(queue.handedOn() + dropped).isEqualTo(sent);
        assertThat(got).hasSize((int) queue.handedOn()).isSorted();
    }

    @Test
    void countsAsDroppedWhatComesAfterTheReceiverFailed() {
        FrameQueue queue =
                new FrameQueue(
                        (time, link, original, bytes, offset, length) -> {
                            if (time == 3) {
                                throw new IllegalStateException("full");
                            }
                        },
                        CAPACITY);
        for (int i = 0; i < 10; i++) {
            queue.frame(i, 1, 4, new byte[4], 0, 4);
        }
        queue.close();
        queue.frame(11, 1, 4, new byte[4], 0, 4);
        assertThat(queue.failure()).hasMessage("full");
        assertThat(queue.handedOn()).isEqualTo(3);
        assertThat(queue.dropped()).isEqualTo(8);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
