package io.callogram.analyzer.log;

import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.pipeline.Library;
import io.callogram.analyzer.pipeline.Projection;
import io.callogram.analyzer.pipeline.SourceStatus;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.PacketSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Records the packets of a capture as a live source that is shown while it grows, as a server
/// does. When all of it is shown and kept it says so, and waits to be killed.
///
/// usage: `Grow DATA CAPTURE`
public final class Grow {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int GROUP = 20_000;

    /// Longer than it takes to keep what was shown.
    private static final long KEPT = 12_000;

    private Grow() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[0]);
        Path scratch = Files.createTempDirectory("grow");
        try (Log log = Log.open(data);
                Library library =
                        new Library(
                                scratch,
                                Projection.open(data.resolve("index"), "grown"),
                                Rulebook.STANDARD,
                                new Nobody());
                CaptureFile capture = CaptureFile.open(Path.of(arguments[1]), scratch)) {
            Recording recording = log.create("eth0");
            Recorder recorder = recording.record("eth0");
            library.follow(recording.id(), "eth0", recording.open());
            record(recorder, capture);
            while (library.source(recording.id()).orElseThrow().consumed() < recording.durable()) {
                Thread.sleep(100);
            }
            Thread.sleep(KEPT);
            System.out.printf(
                    "%d calls of %d bytes%n",
                    library.index().calls(recording.id()), recording.durable());
            Thread.sleep(Duration.ofHours(1));
        }
    }

    private static void record(Recorder recorder, CaptureFile capture)
            throws IOException, InterruptedException {
        long given = 0;
        try (PacketSource packets = capture.packets()) {
            for (PacketBlock block = packets.next(); block != null; block = packets.next()) {
                for (int i = 0; i < block.count(); i++) {
                    recorder.frame(
                            block.time()[i],
                            block.link()[i],
                            block.original()[i],
                            block.bytes(),
                            block.start()[i],
                            block.captured()[i]);
                    if (++given % GROUP == 0) {
                        recorder.awaitDurable(given, LONG);
                    }
                }
            }
        }
        if (!recorder.awaitDurable(given, LONG)) {
            throw new IOException("not durable: " + recorder.status());
        }
    }

    private static final class Nobody implements Library.Listener {
        @Override
        public void source(SourceStatus status) {}

        @Override
        public void calls(int source, long changed) {}
    }
}
