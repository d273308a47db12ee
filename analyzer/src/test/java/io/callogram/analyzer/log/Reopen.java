package io.callogram.analyzer.log;

import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.PacketSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// How long it takes until a log that another process has left is open, gives its first packets,
/// and has made one more of them durable. Each counts from the moment before the opening, in a
/// process that has done nothing else.
///
/// usage: `Reopen DATA`
public final class Reopen {

    private Reopen() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (Log log = Log.open(Path.of(arguments[0]))) {
            long opened = System.nanoTime();
            Recording recording = (Recording) log.sources().getFirst();
            try (CaptureFile capture = recording.capture(recording.folder());
                    PacketSource packets = capture.packets()) {
                PacketBlock first = packets.next();
                long read = System.nanoTime();
                if (first == null || first.count() == 0) {
                    throw new IOException("no packet in " + recording.folder());
                }
                Recorder recorder = recording.record("again");
                recorder.append(first.time()[0], first.link()[0], 1, new byte[1], 0, 1);
                if (!recorder.awaitDurable(1, Duration.ofSeconds(30))) {
                    throw new IOException("not durable: " + recorder.status());
                }
                long durable = System.nanoTime();
                recorder.close();
                long unsealed = recording.segments().stream().filter(s -> !s.isSealed()).count();
                System.out.printf(
                        "opened after %d ms, gives packets after %d ms, takes packets after %d ms; "
                                + "%,d bytes cut, %d segments, %d still to be sealed%n",
                        millis(opened - began),
                        millis(read - began),
                        millis(durable - began),
                        log.repairs().stream().mapToLong(Repair::cut).sum(),
                        recording.segments().size(),
                        unsealed);
            }
        }
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }
}
