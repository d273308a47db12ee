package io.callogram.web.cli;

import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.desk.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `callogram reanalyze`: everything that was concluded, concluded again from the log.
@Command(
        name = "reanalyze",
        description = "Rebuilds everything that was concluded from the log.",
        mixinStandardHelpOptions = true)
final class ReanalyzeCommand implements Callable<Integer> {
    private static final int LOOK_MILLIS = 100;

    @Mixin private final DataFolder data = new DataFolder();
    @Mixin private final ThresholdFile thresholds = new ThresholdFile();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isDirectory(data.folder())) {
            throw Refusal.failed(data.folder() + ": no such folder.");
        }
        int failed = 0;
        try (Desk desk = Desk.open(data.folder(), thresholds.rules())) {
            desk.reanalyze();
            for (SourceView source : desk.sources()) {
                SourceView read = await(desk, source);
                if (read.state() == SourceView.State.FAILED) {
                    failed++;
                    System.err.println(
                            "callogram: "
                                    + read.name()
                                    + ": "
                                    + read.troubles().getLast().sentence());
                } else {
                    System.out.printf(
                            Locale.ROOT,
                            "%s: %,d calls of %,d messages%n",
                            read.name(),
                            read.calls(),
                            read.messages());
                }
            }
        }
        return failed > 0 ? Main.FAILED : 0;
    }

    private static SourceView await(Desk desk, SourceView source) throws InterruptedException {
        try (ProgressBar bar = ProgressBar.onTerminal(source.name())) {
            SourceView now = source;
            while (now.state() == SourceView.State.READING) {
                bar.at(now.bytesRead(), now.bytes(), now.messages());
                Thread.sleep(LOOK_MILLIS);
                now = desk.source(source.id()).orElse(now);
            }
            return now;
        }
    }
}
