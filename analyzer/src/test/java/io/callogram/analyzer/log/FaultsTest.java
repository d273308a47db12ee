package io.callogram.analyzer.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.file.CaptureFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the log does when the disk does not do what it is told. The power stays on here, so nothing
/// need really be forced.
class FaultsTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Settings SETTINGS =
            Settings.STANDARD
                    .withSegmentBytes(15_000)
                    .withReserveBytes(20_000)
                    .withCommitEvery(Duration.ZERO)
                    .withRetryEvery(Duration.ofMillis(20));

    @TempDir private Path folder;

    private Log open(Path data, Settings settings, Disk disk) throws IOException {
        return Log.open(data, settings, disk, InstantSource.system());
    }

    private List<Long> read(LogSource source) throws IOException {
        try (CaptureFile capture = source.capture(folder)) {
            List<Long> numbers = Packets.read(capture);
            assertThat(capture.troubleCounts()).isEmpty();
            return numbers;
        }
    }

    @Test
    void losesNothingAcknowledgedWhicheverForceFails() throws Exception {
        for (int n = 1; n <= 100; n++) {
            Path data = folder.resolve("data" + n);
            FaultyDisk disk = new FaultyDisk().neverForcing().tellingLate();
            try (Log log = open(data, SETTINGS, disk)) {
                Recording recording = log.create("eth0");
                Recorder recorder = recording.record("eth0");
                disk.failForces(disk.forced() + n, disk.forced() + n);
                Packets.recordInGroups(recorder, 0, 600, 7);
                assertThat(recorder.status().dropped()).isZero();
                assertThat(readFirst(recording, 600)).isEqualTo(Packets.numbers(0, 600));
                recorder.close();
                // Only now: what failed may be a manifest, written beside the packets.
                assertThat(failures(recorder)).isEqualTo(1);
                assertThat(recorder.status().dropped()).isZero();
                assertThat(disk.forcedAfterFailing()).isZero();
            }
            try (Log log = open(data, SETTINGS, new FaultyDisk().neverForcing())) {
                assertThat(read(log.source(1).orElseThrow())).isEqualTo(Packets.numbers(0, 600));
                assertThat(Verification.of(data, (_, _) -> {}).isWhole()).isTrue();
            }
        }
    }

    private static long failures(Recorder recorder) {
        RecorderStatus status = recorder.status();
        return status.syncFailures() + status.writeFailures();
    }

    /// The disk takes a group while the next is written behind it, and fails the n-th time.
    @Test
    void losesNothingAcknowledgedWhicheverForceFailsWhileTheNextGroupIsWritten() throws Exception {
        Settings ahead = SETTINGS.withAheadBytes(0).withSegmentBytes(40_000);
        long written = 0;
        for (int n = 1; n <= 100; n++) {
            Path data = folder.resolve("ahead" + n);
            FaultyDisk disk = new FaultyDisk().neverForcing().slowly();
            try (Log log = open(data, ahead, disk)) {
                Recording recording = log.create("eth0");
                Recorder recorder = recording.record("eth0");
                disk.failForces(disk.forced() + n, disk.forced() + n);
                long given = 0;
                while (given < 200 || failures(recorder) == 0) {
                    Packets.record(recorder, given, given + 2);
                    given += 2;
                    assertThat(recorder.awaitDurable(given - 20, LONG)).isTrue();
                }
                assertThat(recorder.awaitDurable(given, LONG)).isTrue();
                assertThat(recorder.status().dropped()).isZero();
                assertThat(readFirst(recording, (int) given)).isEqualTo(Packets.numbers(0, given));
                recorder.close();
                assertThat(disk.forcedAfterFailing()).isZero();
                written += disk.writtenAhead();
                assertThat(read(recording)).isEqualTo(Packets.numbers(0, given));
            }
            assertThat(Verification.of(data, (_, _) -> {}).isWhole()).isTrue();
        }
        assertThat(written).isPositive();
    }

    /// The first packets of what is still recorded.
    private List<Long> readFirst(Recording recording, int packets) throws IOException {
        try (CaptureFile capture = recording.capture(folder)) {
            return Packets.read(capture, packets);
        }
    }

    @Test
    void neverForcesAFileAgainThatFailedOnce() throws Exception {
        FaultyDisk disk = new FaultyDisk().neverForcing();
        try (Log log = open(folder.resolve("data"), SETTINGS, disk)) {
            Recording recording = log.create("eth0");
            try (Recorder recorder = recording.record("eth0")) {
                Packets.recordInGroups(recorder, 0, 10, 5);
                disk.failForces(disk.forced() + 1, disk.forced() + 1);
                Packets.recordInGroups(recorder, 10, 20, 5);
                assertThat(recorder.status().syncFailures()).isEqualTo(1);
                assertThat(recorder.status().isHealthy()).isFalse();
                assertThat(log.complaints())
                        .containsExactly("eth0: the disk failed: Input/output error");
            }
            List<Segment> segments = recording.segments().subList(1, recording.segments().size());
            assertThat(segments).hasSize(2).allMatch(Segment::isSealed);
            assertThat(Manifest.read(segments.getFirst().file()).suspect()).isTrue();
            assertThat(Manifest.read(segments.getLast().file()).suspect()).isFalse();
            assertThat(disk.forcedAfterFailing()).isZero();
        }
    }

    @Test
    void stopsWhenTheDiskIsFullAndGoesOnWhenItIsNot() throws Exception {
        Path data = folder.resolve("data");
        FaultyDisk disk = new FaultyDisk().neverForcing();
        Settings settings = SETTINGS.withWaitingBytes(10_000);
        long given = 0;
        long stored = 0;
        try (Log log = open(data, settings, disk)) {
            Recording recording = log.create("eth0");
            Recorder recorder = recording.record("eth0");
            for (int round = 0; round < 20; round++) {
                disk.room(30_000 + 997L * round);
                while (recorder.status().state() != RecorderState.DISK_FULL) {
                    Packets.record(recorder, given, given + 10);
                    given += 10;
                    Thread.sleep(1);
                }
                assertThat(log.complaints().getFirst()).contains("the disk is full");
                Packets.record(recorder, given, given + 200);
                given += 200;
                assertThat(recorder.status().dropped()).isPositive();
                disk.room(Long.MAX_VALUE);
                stored = given - recorder.status().dropped();
                assertThat(recorder.awaitDurable(stored, LONG)).isTrue();
                assertThat(recorder.status().state()).isEqualTo(RecorderState.RECORDING);
                assertThat(data.resolve("reserve")).hasSize(settings.reserveBytes());
            }
            recorder.close();
            assertThat(read(recording)).hasSize((int) stored).isSorted().doesNotHaveDuplicates();
            assertThat(gaps(log)).isEqualTo(given - stored);
        }
        try (Log log = open(data, settings, new LocalDisk())) {
            assertThat(read(log.source(1).orElseThrow())).hasSize((int) stored);
            assertThat(Verification.of(data, (_, _) -> {}).isWhole()).isTrue();
        }
    }

    private static long gaps(Log log) {
        return log.journal().records().stream()
                .map(Recorded::entry)
                .filter(Entry.Gap.class::isInstance)
                .mapToLong(entry -> ((Entry.Gap) entry).packets())
                .sum();
    }

    @Test
    void countsWhatTheDiskNeverTookWhenItIsClosed() throws Exception {
        FaultyDisk disk = new FaultyDisk().neverForcing();
        try (Log log = open(folder.resolve("data"), SETTINGS, disk)) {
            Recording recording = log.create("eth0");
            Recorder recorder = recording.record("eth0");
            Packets.recordInGroups(recorder, 0, 50, 50);
            disk.room(0);
            Packets.record(recorder, 50, 60);
            recorder.close();
            assertThat(recorder.status().state()).isEqualTo(RecorderState.ENDED);
            assertThat(recorder.status().dropped()).isEqualTo(10);
            assertThat(read(recording)).isEqualTo(Packets.numbers(0, 50));
        }
    }
}
