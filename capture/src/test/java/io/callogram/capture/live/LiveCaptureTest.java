package io.callogram.capture.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callogram.capture.packet.Bytes;
import io.callogram.capture.packet.FrameSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The parent's half, with a real process for a child that makes its frames up.
final class LiveCaptureTest {

    private static final FrameSink NOBODY = (_, _, _, _, _, _) -> {};
    private static final int PATIENCE = 30;

    private final BlockingQueue<LiveEvent> events = new LinkedBlockingQueue<>();

    private LiveCapture start(String script, FrameSink sink) throws CaptureRefused {
        LiveOptions options = LiveOptions.of(List.of("made0"), script).withQueue(1 << 20);
        return LiveCapture.start(ScriptedChild.command(), options, sink, events::add);
    }

    private LiveEvent next() throws InterruptedException {
        LiveEvent event = events.poll(PATIENCE, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing happened");
        }
        return event;
    }

    @Test
    void handsOnEveryFrameAndAccountsForAll() throws Exception {
        int sent = 1_000;
        AtomicLong last = new AtomicLong(-1);
        FrameSink sink =
                (time, link, original, bytes, offset, length) -> {
                    assertThat(time).isEqualTo(last.incrementAndGet());
                    assertThat(Bytes.i32(bytes, offset)).isEqualTo((int) time);
                    assertThat(original).isEqualTo(length + 50);
                };
        LiveCapture capture = start("send " + sent, sink);
        assertThat(capture.state()).isEqualTo(LiveCapture.State.CAPTURING);
        capture.stop();
        LiveCounters counters = capture.counters();
        assertThat(counters.handedOn()).isEqualTo(sent);
        assertThat(counters.kernelDrops()).isEqualTo(7);
        assertThat(counters.interfaceDrops()).isEqualTo(2);
        assertThat(counters.filtered()).isEqualTo(-1);
        assertBalanced(counters, sent + 7);
        assertThat(next()).isInstanceOf(LiveEvent.Ended.class);
        assertThat(capture.state()).isEqualTo(LiveCapture.State.ENDED);
    }

    @Test
    void countsWhatASlowReceiverHasNoRoomFor() throws Exception {
        int sent = 50_000;
        AtomicLong seen = new AtomicLong();
        LiveCapture capture =
                start(
                        "send " + sent,
                        (_, _, _, _, _, _) -> {
                            if (seen.getAndIncrement() < 100) {
                                pause();
                            }
                        });
        capture.stop();
        LiveCounters counters = capture.counters();
        assertThat(counters.queueDrops()).isPositive();
        assertThat(counters.handedOn()).isEqualTo(seen.get());
        assertBalanced(counters, sent + 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "SEGV"})
    void showsTheGapAndCapturesAgainWhenItsChildIsKilledUnderLoad(String signal) throws Exception {
        AtomicLong seen = new AtomicLong();
        LiveCapture capture = start("flood", (_, _, _, _, _, _) -> seen.incrementAndGet());
        for (int life = 1; life <= 2; life++) {
            awaitMore(seen);
            long child = capture.childId();
            kill(signal, child);
            LiveEvent interrupted = next();
            assertThat(interrupted).isInstanceOf(LiveEvent.Interrupted.class);
            LiveEvent resumed = next();
            assertThat(resumed).isInstanceOf(LiveEvent.Resumed.class);
            assertThat(((LiveEvent.Resumed) resumed).since()).isEqualTo(interrupted.time());
            assertThat(resumed.time()).isGreaterThan(interrupted.time());
            assertThat(((LiveEvent.Resumed) resumed).atMost()).isTrue();
            assertThat(((LiveEvent.Resumed) resumed).missed()).isNotNegative();
            assertThat(capture.childId()).isNotEqualTo(child);
            assertThat(capture.counters().gaps()).isEqualTo(life);
        }
        awaitMore(seen);
        capture.stop();
        LiveCounters counters = capture.counters();
        assertThat(counters.handedOn()).isEqualTo(seen.get());
        assertBalanced(counters, counters.received());
        assertThat(counters.waiting()).isZero();
    }

    @Test
    void hasTheNextChildWaitBeforeOneDies() throws Exception {
        Set<ProcessHandle> before = children();
        AtomicLong seen = new AtomicLong();
        LiveCapture capture = start("flood", (_, _, _, _, _, _) -> seen.incrementAndGet());
        ProcessHandle spare = spare(before, capture);
        kill("KILL", capture.childId());
        assertThat(next()).isInstanceOf(LiveEvent.Interrupted.class);
        assertThat(next()).isInstanceOf(LiveEvent.Resumed.class);
        assertThat(capture.childId()).isEqualTo(spare.pid());
        ProcessHandle another = spare(before, capture);
        another.destroyForcibly();
        another.onExit().join();
        kill("KILL", capture.childId());
        assertThat(next()).isInstanceOf(LiveEvent.Interrupted.class);
        assertThat(next()).isInstanceOf(LiveEvent.Resumed.class);
        awaitMore(seen);
        ProcessHandle last = spare(before, capture);
        capture.stop();
        assertThat(last.onExit().get(PATIENCE, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    /// The child of this capture that does not capture; waits for it.
    private static ProcessHandle spare(Set<ProcessHandle> before, LiveCapture capture) {
        while (true) {
            for (ProcessHandle child : children()) {
                if (!before.contains(child) && child.pid() != capture.childId()) {
                    return child;
                }
            }
            pause();
        }
    }

    @Test
    void leavesVirtualThreadsToOthers() throws Exception {
        List<LiveCapture> captures = new ArrayList<>();
        for (int i = 0; i <= Runtime.getRuntime().availableProcessors(); i++) {
            captures.add(start("send 1", NOBODY));
        }
        CountDownLatch ran = new CountDownLatch(1);
        Thread.ofVirtual().start(ran::countDown);
        assertThat(ran.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        captures.forEach(LiveCapture::stop);
    }

    @Test
    void takesAChildThatWritesNonsenseForDead() throws Exception {
        LiveCapture capture = start("nonsense", NOBODY);
        assertThat(next()).isInstanceOf(LiveEvent.Interrupted.class);
        capture.stop();
        assertThat(capture.counters().handedOn()).isZero();
    }

    @Test
    void endsWhenItsFramesCannotBeKept() throws Exception {
        LiveCapture capture =
                start(
                        "flood",
                        (_, _, _, _, _, _) -> {
                            throw new IllegalStateException("the disk is full");
                        });
        LiveEvent ended = next();
        assertThat(ended).isInstanceOf(LiveEvent.Ended.class);
        assertThat(((LiveEvent.Ended) ended).sentence()).contains("the disk is full");
        capture.stop();
    }

    @Test
    void saysWhyItCannotStart() {
        assertThatThrownBy(() -> start("refuse", NOBODY))
                .isInstanceOf(CaptureRefused.class)
                .hasMessage("Not this one.")
                .extracting(e -> ((CaptureRefused) e).why())
                .isEqualTo(CaptureRefused.Cause.REQUEST);
        assertThatThrownBy(() -> start("die", NOBODY))
                .isInstanceOf(CaptureRefused.class)
                .hasMessage("The capturing process says: no such luck");
        LiveOptions options = LiveOptions.of(List.of("made0"), "send 1");
        assertThatThrownBy(
                        () -> LiveCapture.start(List.of("/no/such"), options, NOBODY, events::add))
                .isInstanceOf(CaptureRefused.class)
                .hasMessageContaining("cannot be started");
    }

    private static void assertBalanced(LiveCounters counters, long received) {
        assertThat(counters.received()).isEqualTo(received);
        assertThat(
                        counters.handedOn()
                                + counters.waiting()
                                + counters.kernelDrops()
                                + counters.queueDrops())
                .isEqualTo(received);
    }

    private static void awaitMore(AtomicLong seen) {
        long before = seen.get();
        while (seen.get() < before + 10_000) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void kill(String signal, long process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process)).start();
        assertThat(kill.waitFor()).isZero();
    }
}
