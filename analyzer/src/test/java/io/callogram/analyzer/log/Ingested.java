package io.callogram.analyzer.log;

import io.callogram.capture.file.CaptureFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Opens what `Ingest` has left and says whether every packet that it promised is there, once and
/// in order.
///
/// usage: `Ingested DATA ACKNOWLEDGED`; exit 3 when not
public final class Ingested {

    private Ingested() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        long promised = Ingest.promised(Path.of(arguments[1]));
        long there = 0;
        boolean inOrder = true;
        try (Log log = Log.open(Path.of(arguments[0]))) {
            for (LogSource source : log.sources()) {
                if (source.bytes() == 0) {
                    continue;
                }
                try (CaptureFile capture = source.capture(source.folder())) {
                    List<Long> numbers = Packets.read(capture);
                    inOrder = numbers.equals(Packets.numbers(0, numbers.size()));
                    there = numbers.size();
                    inOrder &= capture.troubleCounts().isEmpty();
                }
            }
            log.awaitSealing();
            long cut = log.repairs().stream().mapToLong(Repair::cut).sum();
            System.out.printf(
                    "%d promised, %d there%s, %d bytes cut%n",
                    promised, there, inOrder ? "" : " BUT NOT IN ORDER", cut);
        }
        System.exit(inOrder && there >= promised ? 0 : 3);
    }
}
