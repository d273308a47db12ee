package io.callogram.analyzer.log;

import io.callogram.capture.file.CaptureFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Records until a small disk is full, lets old segments go, and looks whether recording goes on.
///
/// usage: `FullDisk DATA ROUNDS`, DATA on a disk of a few megabytes
public final class FullDisk {

    private static final Duration LONG = Duration.ofSeconds(30);

    private FullDisk() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        Settings settings =
                Settings.STANDARD
                        .withSegmentBytes(300_000)
                        .withReserveBytes(300_000)
                        .withWaitingBytes(200_000)
                        .withRetryEvery(Duration.ofMillis(50));
        long given = 0;
        long stored;
        try (Log log = Log.open(data, settings, new LocalDisk(), InstantSource.system())) {
            Recording recording = log.create("full");
            Recorder recorder = recording.record("full");
            for (int round = 1; round <= rounds; round++) {
                while (recorder.status().state() == RecorderState.RECORDING) {
                    Packets.record(recorder, given, given + 100);
                    given += 100;
                    Thread.sleep(1);
                }
                RecorderStatus full = recorder.status();
                require(full.state() == RecorderState.DISK_FULL, "state " + full);
                long before = recording.bytes();
                log.retain(new Retention(null, 1_000_000), (_, _) -> {});
                stored = given - recorder.status().dropped();
                require(recorder.awaitDurable(stored, LONG), "does not go on: " + full);
                System.out.printf(
                        "round %d: full at %,d bytes, went on; %,d stored, %,d dropped%n",
                        round, before, stored, recorder.status().dropped());
            }
            recorder.close();
            stored = given - recorder.status().dropped();
            check(recording, data, stored);
        }
        try (Log log = Log.open(data)) {
            check((Recording) log.sources().getFirst(), data, stored);
        }
        Verification.Report report = Verification.of(data, (_, _) -> {});
        require(report.isWhole(), report.findings().toString());
        System.out.printf("%d of %d rounds%n", rounds, rounds);
    }

    /// Which of the packets went with the old segments nobody knows, but none of the others may
    /// lack.
    private static void check(Recording recording, Path scratch, long stored) throws IOException {
        try (CaptureFile capture = recording.capture(scratch)) {
            List<Long> numbers = Packets.read(capture);
            long gone = stored - numbers.size();
            require(gone >= 0 && !numbers.isEmpty(), numbers.size() + " of " + stored);
            require(capture.troubleCounts().isEmpty(), capture.troubleCounts().toString());
            for (int i = 1; i < numbers.size(); i++) {
                require(numbers.get(i - 1) < numbers.get(i), "order at " + i);
            }
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
