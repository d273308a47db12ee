package io.callogram.analyzer.log;

import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.PacketSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Records the packets of a capture as a live source, or behind those of one, as fast as the disk
/// takes them. When so much of them is durable it says so, and goes on until it is killed.
///
/// usage: `Fill DATA CAPTURE MEGABYTES`
public final class Fill {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Recording recording;
    private final Recorder recorder;
    private final long before;
    private long given;

    private Fill(Recording recording) throws IOException {
        this.recording = recording;
        this.before = recording.durable();
        this.recorder = recording.record("eth0");
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("fill");
        try (Log log = Log.open(Path.of(arguments[0]));
                CaptureFile capture = CaptureFile.open(Path.of(arguments[1]), scratch)) {
            Fill fill =
                    new Fill(
                            log.sources().isEmpty()
                                    ? log.create("eth0")
                                    : (Recording) log.sources().getFirst());
            fill.all(capture, Long.parseLong(arguments[2]) << 20);
            Thread.sleep(Duration.ofHours(1));
        }
    }

    private void all(CaptureFile capture, long enough) throws IOException, InterruptedException {
        boolean told = false;
        try (PacketSource packets = capture.packets()) {
            for (PacketBlock block = packets.next(); block != null; block = packets.next()) {
                for (int i = 0; i < block.count(); i++) {
                    give(block, i);
                }
                if (!told && recording.durable() - before >= enough) {
                    told = true;
                    System.out.printf("%d bytes%n", recording.durable());
                }
            }
        }
        durable();
    }

    private void give(PacketBlock block, int i) throws IOException, InterruptedException {
        while (!recorder.append(
                block.time()[i],
                block.link()[i],
                block.original()[i],
                block.bytes(),
                block.start()[i],
                block.captured()[i])) {
            durable();
        }
        given++;
    }

    private void durable() throws IOException, InterruptedException {
        if (!recorder.awaitDurable(given, LONG)) {
            throw new IOException("not durable: " + recorder.status());
        }
    }
}
