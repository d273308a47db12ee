package io.callogram.web.cli;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.story.Language;
import io.callogram.web.json.StoryFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Override
    public Integer call() throws IOException {
        Selection selection = new Selection(call);
        try (Scratch scratch = new Scratch();
                Reading reading = Reading.open(file, scratch)) {
            reading.analyze(1, selection);
        }
        List<Call> calls = format == StoryFormat.JSON ? List.of(selection.only()) : selection.all();
        if (out == null) {
            PrintStream to = System.out;
            tell(calls, to);
            to.flush();
        } else {
            try (OutputStream to = Files.newOutputStream(out)) {
                tell(calls, to);
            }
        }
        return 0;
    }

    private void tell(List<Call> calls, OutputStream to) throws IOException {
        for (int i = 0; i < calls.size(); i++) {
            if (i > 0) {
                to.write('\n');
            }
            to.write(format.draw(calls.get(i), language));
        }
    }
}
