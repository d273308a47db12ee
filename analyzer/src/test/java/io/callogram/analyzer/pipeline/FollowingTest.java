package io.callogram.analyzer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.MediaStream;
import io.callogram.analyzer.golden.Groups;
import io.callogram.analyzer.golden.Replay;
import io.callogram.analyzer.media.RtpStreams;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.reassembly.MemorySpool;
import io.callogram.capture.reassembly.Spool;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Captures that are read while they are written.
class FollowingTest {
    private static final Duration PAUSE = Duration.ofMillis(40);

    @TempDir Path folder;

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void givesInTheEndWhatReadingAtOnceGives(Scenario scenario) throws Exception {
        Replay atOnce = Replay.of(scenario, folder);
        byte[] bytes;
        try (InputStream in = scenario.capture()) {
            bytes = in.readAllBytes();
        }
        GrowingBytes growing = new GrowingBytes();
        Thread writer = Thread.ofVirtual().start(() -> write(bytes, growing));
        Replay.Kept kept = new Replay.Kept();
        Analyzed followed = follow(growing, kept, Progress.NONE);
        writer.join();
        assertThat(kept.calls()).isEqualTo(atOnce.calls());
        assertThat(followed.account()).isEqualTo(atOnce.analyzed().account());
        assertThat(followed.troubles()).isEqualTo(atOnce.analyzed().troubles());
    }

    /// Pings, registrations and subscriptions that go on for ever, calls and scans beside them:
    /// what was shown, and when, must not matter for what is found.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void givesInTheEndWhatReadingHoursOfCaptureAtOnceGives(long seed) throws Exception {
        byte[] bytes = Chatter.capture(seed, Duration.ofHours(2));
        Replay atOnce;
        try (CaptureFile capture = CaptureFile.open(new ByteArrayInputStream(bytes), folder);
                Spool spool = new MemorySpool()) {
            atOnce = Replay.of(capture, spool, Limits.standard(), 2);
        }
        GrowingBytes growing = new GrowingBytes();
        Thread writer =
                Thread.ofVirtual().start(() -> write(bytes, growing, bytes.length / 50, PAUSE));
        Replay.Kept kept = new Replay.Kept();
        List<Long> shown = new ArrayList<>();
        Analyzed followed =
                follow(
                        growing,
                        kept,
                        new Progress() {
                            @Override
                            public void at(long consumed, long size, long messages) {}

                            @Override
                            public void shown(Analyzed soFar, long consumed) {
                                shown.add(consumed);
                            }
                        });
        writer.join();
        assertThat(shown).hasSizeGreaterThan(2);
        assertThat(followed.account()).isEqualTo(atOnce.analyzed().account());
        assertThat(briefly(kept.calls())).isEqualTo(briefly(atOnce.calls()));
        assertThat(kept.calls().equals(atOnce.calls())).isTrue();
    }

    /// What of many calls can be read when they differ.
    private static List<String> briefly(List<Call> calls) {
        return calls.stream()
                .map(call ->
                        call.id()
                                + " "
                                + call.messages().getFirst().seen().sighting().callId()
                                + ", messages: "
                                + call.messages().size()
                                + ", media: "
                                + call.media().stream().mapToLong(MediaStream::packets).sum())
                .toList();
    }

    @Test
    void showsACallBeforeTheCaptureEnds() throws Exception {
        byte[] bytes;
        try (InputStream in = Scenarios.named("recorded/call-released-by-caller").capture()) {
            bytes = in.readAllBytes();
        }
        GrowingBytes growing = new GrowingBytes();
        growing.append(bytes, 0, bytes.length / 2);
        Replay.Kept kept = new Replay.Kept();
        CountDownLatch shown = new CountDownLatch(1);
        List<Account> accounts = new ArrayList<>();
        Thread watcher =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                shown.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            growing.append(bytes, bytes.length / 2, bytes.length);
                            growing.end();
                        });
        List<List<Call>> seen = new ArrayList<>();
        Analyzed whole =
                follow(
                        growing,
                        kept,
                        new Progress() {
                            @Override
                            public void at(long consumed, long size, long messages) {}

                            @Override
                            public void shown(Analyzed soFar, long consumed) {
                                seen.add(kept.calls());
                                accounts.add(soFar.account());
                                shown.countDown();
                            }
                        });
        watcher.join();
        assertThat(Groups.messages(seen.getFirst()))
                .isNotEmpty()
                .hasSizeLessThan(Groups.messages(kept.calls()).size());
        assertThat(accounts).allMatch(Account::balanced);
        assertThat(whole.account().packets()).isGreaterThan(accounts.getFirst().packets());
    }

    private Analyzed follow(GrowingBytes growing, Replay.Kept kept, Progress progress)
            throws IOException {
        try (CaptureFile capture = CaptureFile.open(growing);
                Spool spool = new MemorySpool()) {
            return Analysis.follow(
                    capture, spool, new RtpStreams(), 1, Limits.standard(), 1, kept, progress);
        }
    }

    private static void write(byte[] bytes, GrowingBytes growing) {
        write(bytes, growing, 700, Duration.ZERO);
    }

    /// In pieces of any size, between which what has come can be read and shown.
    private static void write(byte[] bytes, GrowingBytes growing, int largest, Duration pause) {
        Random random = new Random(bytes.length);
        int written = 0;
        while (written < bytes.length) {
            int next = Math.min(bytes.length, written + 1 + random.nextInt(largest));
            growing.append(bytes, written, next);
            written = next;
            LockSupport.parkNanos(pause.toNanos());
        }
        growing.end();
    }
}
