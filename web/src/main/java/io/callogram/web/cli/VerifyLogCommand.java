package io.callogram.web.cli;

import io.callogram.analyzer.log.Finding;
import io.callogram.analyzer.log.Verification;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `callogram verify-log`: every checksum of what was recorded and uploaded.
@Command(
        name = "verify-log",
        description = "Checks every checksum of the log, and says what was cut or lost.",
        mixinStandardHelpOptions = true)
final class VerifyLogCommand implements Callable<Integer> {

    @Mixin private final DataFolder data = new DataFolder();

    @Override
    public Integer call() throws IOException {
        Verification.Report report;
        try (ProgressBar bar = ProgressBar.onTerminal("checking")) {
            report = Verification.of(data.folder(), (checked, all) -> bar.at(checked, all, 0));
        }
        for (Finding finding : report.findings()) {
            System.out.printf(
                    "%s %s %s%n",
                    finding.lost() ? "lost:" : "note:", finding.file(), finding.sentence());
        }
        System.out.printf(
                "%,d sources, %,d files, %,d packets of live sources, %,d bytes: %s%n",
                report.sources(),
                report.files(),
                report.packets(),
                report.bytes(),
                report.isWhole() ? "everything is as it was written" : "something was lost");
        return report.isWhole() ? 0 : Main.FAILED;
    }
}
