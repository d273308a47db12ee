package io.callogram.analyzer.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;

/// How fast packets become durable, beside as many bytes written plainly and forced as often. In
/// each round the log comes once before and once after, so that neither has the better moment.
///
/// usage: `WriteRate FOLDER MEGABYTES ROUNDS`
public final class WriteRate {

    private static final int PACKET = 600;
    private static final int PORTION = 1 << 18;
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Path folder;
    private final long bytes;

    /// What the log has written last, and how often it forced that.
    private long written;

    private long forced;

    private WriteRate(Path folder, long bytes) {
        this.folder = folder;
        this.bytes = bytes;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        WriteRate rate = new WriteRate(Path.of(arguments[0]), Long.parseLong(arguments[1]) << 20);
        rate.log(); // the first one compiles
        double[] shares = new double[Integer.parseInt(arguments[2])];
        for (int round = 0; round < shares.length; round++) {
            shares[round] = rate.round();
        }
        Arrays.sort(shares);
        System.out.printf(
                "write-rate: %.0f %% of a plain write in the median of %d rounds (%.0f–%.0f %%)%n",
                50 * (shares[(shares.length - 1) / 2] + shares[shares.length / 2]),
                shares.length,
                100 * shares[0],
                100 * shares[shares.length - 1]);
    }

    /// The share of the plain speed that the log reaches.
    private double round() throws IOException, InterruptedException {
        double log = log();
        double plain = plain() + plain();
        log += log();
        System.out.printf(
                "log %.0f MB/s, plain %.0f MB/s, forced %d times each: %.0f %%%n",
                2 * written / log / 1e6, 2 * written / plain / 1e6, forced, 100 * plain / log);
        return plain / log;
    }

    /// Seconds until everything that was given is durable.
    private double log() throws IOException, InterruptedException {
        byte[] packet = new byte[PACKET];
        new Random(1).nextBytes(packet);
        FaultyDisk disk = new FaultyDisk();
        Path data = folder.resolve("data");
        double seconds;
        try (Log log = Log.open(data, Settings.STANDARD, disk, InstantSource.system())) {
            Recording recording = log.create("rate");
            Recorder recorder = recording.record("rate");
            long before = disk.forced();
            long began = System.nanoTime();
            long given = 0;
            while (given * PACKET < bytes) {
                if (recorder.append(given, 1, PACKET, packet, 0, PACKET)) {
                    given++;
                } else {
                    recorder.awaitDurable(recorder.status().durable() + 1, LONG);
                }
            }
            recorder.awaitDurable(given, LONG);
            seconds = (System.nanoTime() - began) / 1e9;
            forced = disk.forced() - before;
            written = recording.bytes();
            recorder.close();
            log.erase(recording.id());
        }
        settle();
        return seconds;
    }

    private double plain() throws IOException {
        byte[] portion = new byte[PORTION];
        new Random(1).nextBytes(portion);
        long interval = written / forced;
        Path file = folder.resolve("plain");
        long began = System.nanoTime();
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long durable = 0;
            long at = 0;
            while (at < written) {
                int length = (int) Math.min(portion.length, written - at);
                at += out.write(ByteBuffer.wrap(portion, 0, length));
                if (at - durable >= interval) {
                    out.force(false);
                    durable = at;
                }
            }
            out.force(false);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Files.delete(file);
        settle();
        return seconds;
    }

    /// What was erased is not the next one's burden.
    private void settle() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
