package io.callogram.analyzer.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/// Records numbered packets until it is killed, and says in a file how many are durable: what the
/// scripts of docs/reliability start and kill.
///
/// Half of the processes write ahead: a group while the disk takes the one before.
///
/// usage: `Ingest DATA ACKNOWLEDGED [early]`; `early` acknowledges before anything is forced, so
/// that the scripts can show that they would notice
public final class Ingest {

    private static final Settings SETTINGS = Settings.STANDARD.withSegmentBytes(2 << 20);
    private static final int GROUP = 50;

    /// Packets that are given before the first of them is durable.
    private static final int AHEAD = 4 * GROUP;

    private static final Duration LONG = Duration.ofMinutes(1);

    private Ingest() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        boolean early = arguments.length > 2 && arguments[2].equals("early");
        Disk disk = early ? new FaultyDisk().neverForcing() : new LocalDisk();
        boolean ahead = ThreadLocalRandom.current().nextBoolean();
        Settings settings =
                ahead ? SETTINGS.withAheadBytes(0).withCommitEvery(Duration.ZERO) : SETTINGS;
        long promised = promised(Path.of(arguments[1]));
        long began = System.nanoTime();
        try (Log log = Log.open(Path.of(arguments[0]), settings, disk, InstantSource.system());
                RandomAccessFile acknowledged = new RandomAccessFile(arguments[1], "rw")) {
            Recording recording =
                    log.sources().isEmpty()
                            ? log.create("ingest")
                            : (Recording) log.sources().getFirst();
            long opened = (System.nanoTime() - began) / 1_000_000;
            log.awaitSealing();
            long first = next(recording);
            System.out.printf("opened in %d ms, %d promised, %d there%n", opened, promised, first);
            if (first < promised) {
                System.exit(3);
            }
            Recorder recorder = recording.record("numbered packets");
            for (long given = GROUP; ; given += GROUP) {
                Packets.record(recorder, first + given - GROUP, first + given);
                if (!recorder.awaitDurable(ahead ? given - AHEAD : given, LONG)) {
                    throw new IOException("not durable: " + recorder.status());
                }
                long durable = recorder.status().durable();
                acknowledged.seek(0);
                acknowledged.writeBytes(String.format("%019d\n", first + durable));
            }
        }
    }

    /// What the run before has promised; it may have been killed before it wrote anything.
    static long promised(Path acknowledged) throws IOException {
        String text = Files.exists(acknowledged) ? Files.readString(acknowledged).strip() : "";
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    /// Recording goes on where it stopped.
    private static long next(Recording recording) {
        return recording.segments().stream()
                .map(Segment::manifest)
                .mapToLong(manifest -> manifest == null ? 0 : manifest.packets())
                .sum();
    }
}
