package io.callogram.web.cli;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.story.Language;
import io.callogram.web.json.StoryFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `callogram story`: a call told step by step.
@Command(name = "story", description = "Tells calls step by step.", mixinStandardHelpOptions = true)
final class StoryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A capture; '-' is standard input.")
    private String file = "";

    @Option(
            names = "--call",
            paramLabel = "ID|QUERY",
            description = "Which call; all calls without it (not as json).")
    private @Nullable String call;

    @Option(names = "--lang", description = "en, zh")
    private Language language = Language.EN;

    @Option(names = "--format", description = "text, markdown, json")
    private StoryFormat format = StoryFormat.TEXT;

    @Option(names = "--out", paramLabel = "F", description = "Write to a file.")
    private @Nullable Path out;

    @Mixin private final ThresholdFile thresholds = new ThresholdFile();

    @Override
    public Integer call() throws IOException {
        Rulebook rules = thresholds.rules();
        Selection selection = Selection.of(file, call, rules);
        List<Call> calls = format == StoryFormat.JSON ? List.of(selection.only()) : selection.all();
        Selection.write(calls, out, one -> format.draw(rules.judge(one), language));
        return 0;
    }
}
