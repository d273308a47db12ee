package io.callogram.analyzer.log;

import io.callogram.capture.file.CaptureFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;

/// Turns random bits of a log of 100 MB, one at a time, and looks whether each is found and what it
/// costs.
///
/// usage: `BitFlips FOLDER FLIPS`
public final class BitFlips {

    private static final long BYTES = 100L << 20;

    private BitFlips() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[0]).resolve("data");
        int flips = Integer.parseInt(arguments[1]);
        long packets = write(data);
        Path source = data.resolve("sources/0000000001");
        List<SegmentName> segments = SegmentFolder.names(source);
        Random random = new Random(1);
        int found = 0;
        long mostLost = 0;
        for (int flip = 0; flip < flips; flip++) {
            SegmentName name = segments.get(random.nextInt(segments.size()));
            Path file = source.resolve(name.file());
            long bit = random.nextLong(Files.size(file) * 8);
            turn(file, bit);
            FileCheck check = FileCheck.segment(file, name, false);
            found += check.findings().isEmpty() ? 0 : 1;
            mostLost = Math.max(mostLost, Manifest.read(file).packets() - check.packets());
            turn(file, bit);
        }
        System.out.printf(
                "%,d packets in %d segments; %d of %d flips found, at most %d packet lost by one%n",
                packets, segments.size(), found, flips, mostLost);
        all(data, source, segments, flips, packets, random);
    }

    private static long write(Path data) throws IOException, InterruptedException {
        long packets = 0;
        Settings settings = Settings.STANDARD.withSegmentBytes(4 << 20);
        try (Log log = Log.open(data, settings, new LocalDisk(), InstantSource.system())) {
            Recording recording = log.create("rot");
            try (Recorder recorder = recording.record("rot")) {
                while (recording.durable() < BYTES) {
                    Packets.recordInGroups(recorder, packets, packets + 20_000, 20_000);
                    packets += 20_000;
                }
            }
        }
        return packets;
    }

    /// All flips at once, through the pass that analyzes.
    private static void all(
            Path data,
            Path source,
            List<SegmentName> segments,
            int flips,
            long packets,
            Random random)
            throws IOException {
        for (int flip = 0; flip < flips; flip++) {
            SegmentName name = segments.get(random.nextInt(segments.size()));
            Path file = source.resolve(name.file());
            turn(file, random.nextLong(Files.size(file) * 8));
        }
        try (Log log = Log.open(data);
                CaptureFile capture = log.sources().getFirst().capture(data)) {
            int read = Packets.read(capture).size();
            System.out.printf(
                    "all %d at once: a pass gives %,d packets, %,d lost, troubles %s%n",
                    flips, read, packets - read, capture.troubleCounts());
        }
    }

    private static void turn(Path file, long bit) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(bit / 8);
            int old = open.read();
            open.seek(bit / 8);
            open.write(old ^ 1 << bit % 8);
        }
    }
}
