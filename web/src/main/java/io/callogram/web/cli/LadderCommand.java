package io.callogram.web.cli;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.story.Language;
import io.callogram.web.json.LadderFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `callogram ladder`: the picture of a call.
@Command(name = "ladder", description = "Draws calls as ladders.", mixinStandardHelpOptions = true)
final class LadderCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A capture; '-' is standard input.")
    private String file = "";

    @Option(
            names = "--call",
            paramLabel = "ID|QUERY",
            description = "Which call; all calls without it (text only).")
    private @Nullable String call;

    @Option(names = "--format", description = "text, svg, png, puml, mermaid, html, json")
    private LadderFormat format = LadderFormat.TEXT;

    @Option(names = "--out", paramLabel = "F", description = "Write to a file.")
    private @Nullable Path out;

    @Mixin private final ThresholdFile thresholds = new ThresholdFile();

    @Override
    public Integer call() throws IOException {
        Rulebook rules = thresholds.rules();
        Selection selection = Selection.of(file, call, rules);
        List<Call> calls =
                format == LadderFormat.TEXT ? selection.all() : List.of(selection.only());
        Selection.write(calls, out, one -> format.draw(rules.judge(one), Language.EN));
        return 0;
    }
}
