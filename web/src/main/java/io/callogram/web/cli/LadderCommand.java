package io.callogram.web.cli;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.story.Language;
import io.callogram.web.json.LadderFormat;
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

    @Override
    public Integer call() throws IOException {
        Selection selection = new Selection(call);
        try (Scratch scratch = new Scratch();
                Reading reading = Reading.open(file, scratch)) {
            reading.analyze(1, selection);
        }
        List<Call> calls =
                format == LadderFormat.TEXT ? selection.all() : List.of(selection.only());
        if (out == null) {
            PrintStream to = System.out;
            draw(calls, to);
            to.flush();
        } else {
            try (OutputStream to = Files.newOutputStream(out)) {
                draw(calls, to);
            }
        }
        return 0;
    }

    private void draw(List<Call> calls, OutputStream to) throws IOException {
        for (int i = 0; i < calls.size(); i++) {
            if (i > 0) {
                to.write('\n');
            }
            to.write(format.draw(calls.get(i), Language.EN));
        }
    }
}
