package io.callogram.web.cli;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.pipeline.CallPackets;
import io.callogram.analyzer.pseudonym.Anonymizer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `callogram export`: the packets of one call.
@Command(
        name = "export",
        description = "Writes the packets of a call as pcapng.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A capture; '-' is standard input.")
    private String file = "";

    @Option(names = "--call", required = true, paramLabel = "ID|QUERY", description = "Which call.")
    private String call = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "F.pcapng",
            description = "The file to write.")
    private Path out = Path.of("");

    @Option(
            names = "--anonymize",
            description = "Pseudonyms in place of users, numbers, hosts, addresses and secrets.")
    private boolean anonymize;

    @Mixin private final ThresholdFile thresholds = new ThresholdFile();

    @Override
    public Integer call() throws IOException {
        Selection selection = new Selection(call, thresholds.rules());
        try (Scratch scratch = new Scratch();
                Reading reading = Reading.open(file, scratch)) {
            reading.analyze(1, selection);
            Call only = selection.only();
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(out))) {
                write(only, reading, to);
            }
        }
        return 0;
    }

    private void write(Call only, Reading reading, OutputStream to) throws IOException {
        if (!anonymize) {
            CallPackets.write(only, reading.capture(), reading.spool(), to);
            return;
        }
        int leftOut =
                CallPackets.writeAnonymized(
                        only, reading.capture(), reading.spool(), Anonymizer.fresh(), to);
        if (leftOut > 0) {
            System.err.println(
                    "callogram: "
                            + leftOut
                            + (leftOut == 1 ? " body or piece" : " bodies or pieces")
                            + " of a kind that cannot be anonymized left out.");
        }
    }
}
