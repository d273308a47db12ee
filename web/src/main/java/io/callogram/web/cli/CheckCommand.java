package io.callogram.web.cli;

import io.callogram.analyzer.pipeline.Analyzed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `callogram check`: whether a capture shows what it should. For tests of other programs.
@Command(
        name = "check",
        description = "Checks that a capture shows what it should; exit 3 when it does not.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A capture; '-' is standard input.")
    private String file = "";

    @Option(
            names = "--expect",
            arity = "1..*",
            paramLabel = "EXPR",
            description = "Queries that at least one call each has to match.")
    private List<String> some = List.of();

    @Option(
            names = "--expect-all",
            arity = "1..*",
            paramLabel = "EXPR",
            description = "Queries that every call has to match.")
    private List<String> every = List.of();

    @Mixin private final ThresholdFile thresholds = new ThresholdFile();

    @Override
    public Integer call() throws IOException {
        if (some.isEmpty() && every.isEmpty()) {
            throw Refusal.wrongUsage("check needs --expect or --expect-all with a query.");
        }
        List<Expectation> expectations = new ArrayList<>();
        some.forEach(query -> expectations.add(new Expectation(query, false)));
        every.forEach(query -> expectations.add(new Expectation(query, true)));
        Verdicts verdicts = new Verdicts(thresholds.rules(), expectations);
        try (Scratch scratch = new Scratch();
                Reading reading = Reading.open(file, scratch)) {
            Analyzed analyzed = reading.analyze(1, verdicts);
            if (analyzed.account().packets() == 0 && !analyzed.troubles().isEmpty()) {
                return Main.FAILED;
            }
        }
        boolean held = true;
        for (int i = 0; i < expectations.size(); i++) {
            held &= report(expectations.get(i), verdicts, i);
        }
        return held ? 0 : Main.NOT_HELD;
    }

    private static boolean report(Expectation expectation, Verdicts verdicts, int i) {
        int matching = verdicts.matching(i);
        boolean holds = expectation.holds(matching, verdicts.calls());
        System.out.printf(
                "%s: %s (%d of %d calls)%n",
                holds ? "holds" : "does not hold", expectation.query(), matching, verdicts.calls());
        if (!holds && matching > 0) {
            verdicts.failing(i).forEach(line -> System.out.println("  " + line));
        }
        return holds;
    }
}
