package io.callogram.analyzer.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;

/// How fast packets become durable, beside the same bytes written plainly and forced as often.
///
/// usage: `WriteRate FOLDER MEGABYTES ROUNDS`
public final class WriteRate {

    private static final int PACKET = 600;
    private static final Duration LONG = Duration.ofMinutes(5);

    private WriteRate() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        long bytes = Long.parseLong(arguments[1]) << 20;
        for (int round = 1; round <= Integer.parseInt(arguments[2]); round++) {
            double log = log(folder.resolve("data" + round), bytes);
            double plain = plain(folder.resolve("plain" + round), bytes);
            System.out.printf(
                    "log %.0f MB/s, plain %.0f MB/s: %.0f %%%n",
                    log / 1e6, plain / 1e6, 100 * log / plain);
        }
    }

    private static double log(Path data, long bytes) throws IOException, InterruptedException {
        byte[] packet = new byte[PACKET];
        new Random(1).nextBytes(packet);
        try (Log log = Log.open(data, Settings.STANDARD, new LocalDisk(), InstantSource.system())) {
            Recording recording = log.create("rate");
            long began = System.nanoTime();
            Recorder recorder = recording.record("rate");
            long given = 0;
            while (given * PACKET < bytes) {
                if (recorder.append(given, 1, PACKET, packet, 0, PACKET)) {
                    given++;
                } else {
                    recorder.awaitDurable(recorder.status().durable() + 1, LONG);
                }
            }
            recorder.awaitDurable(given, LONG);
            double seconds = (System.nanoTime() - began) / 1e9;
            recorder.close();
            return recording.bytes() / seconds;
        }
    }

    private static double plain(Path file, long bytes) throws IOException {
        byte[] portion = new byte[1 << 18];
        new Random(1).nextBytes(portion);
        long interval = Settings.STANDARD.commitEvery().toNanos();
        long began = System.nanoTime();
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long forced = began;
            for (long written = 0; written < bytes; written += portion.length) {
                out.write(ByteBuffer.wrap(portion));
                if (System.nanoTime() - forced >= interval) {
                    out.force(false);
                    forced = System.nanoTime();
                }
            }
            out.force(false);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Files.delete(file);
        return bytes / seconds;
    }
}
