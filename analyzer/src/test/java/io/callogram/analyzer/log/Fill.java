package io.callogram.analyzer.log;

import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.PacketSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Records the packets of a capture as a live source, as fast as the disk takes them. When all of
/// them are durable it says so, and goes on with the first ones until it is killed.
///
/// usage: `Fill DATA CAPTURE`
public final class Fill {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Recording recording;
    private final Recorder recorder;
    private long given;

    private Fill(Recording recording) throws IOException {
        this.recording = recording;
        this.recorder = recording.record("eth0");
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("fill");
        try (Log log = Log.open(Path.of(arguments[0]));
                CaptureFile capture = CaptureFile.open(Path.of(arguments[1]), scratch)) {
            Fill fill = new Fill(log.create("eth0"));
            fill.all(capture);
            System.out.printf("%d packets of %d bytes%n", fill.given, fill.recording.durable());
            while (true) {
                fill.all(capture);
            }
        }
    }

    private void all(CaptureFile capture) throws IOException, InterruptedException {
        try (PacketSource packets = capture.packets()) {
            for (PacketBlock block = packets.next(); block != null; block = packets.next()) {
                for (int i = 0; i < block.count(); i++) {
                    give(block, i);
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
