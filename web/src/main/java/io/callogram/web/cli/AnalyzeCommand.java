package io.callogram.web.cli;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.index.record.CallRow;
import io.callogram.analyzer.index.record.LegRow;
import io.callogram.analyzer.pipeline.Account;
import io.callogram.analyzer.pipeline.Analyzed;
import io.callogram.capture.reassembly.FileSpool;
import io.callogram.capture.reassembly.Spool;
import io.callogram.web.json.Build;
import io.callogram.web.json.CallFields;
import io.callogram.web.json.EventFields;
import io.callogram.web.json.Json;
import io.callogram.web.json.SourceFields;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `callogram analyze`: every call of a capture.
@Command(
        name = "analyze",
        description = "Lists the calls in captures.",
        mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private Input input = new Input();

    /// Captures are named alone, or behind the option that sngrep has for it.
    private static final class Input {
        @Parameters(
                arity = "1..*",
                paramLabel = "FILE",
                description = "Captures; '-' is standard input.")
        private List<String> files = List.of();

        @Option(names = "-I", paramLabel = "FILE", description = "The same.")
        private List<String> same = List.of();

        List<String> files() {
            return files.isEmpty() ? same : files;
        }
    }

    @Option(names = "--format", description = "table, json, jsonl, csv, events")
    private Format format = Format.TABLE;

    @Option(names = "--filter", paramLabel = "QUERY", description = "Only calls that match.")
    private @Nullable String filter;

    @Option(names = "--lang", description = "en, zh")
    private Language language = Language.EN;

    @Option(names = "--out", paramLabel = "F", description = "Write to a file.")
    private @Nullable Path out;

    /// Name of the capture that is being read.
    private volatile String reading = "";

    private record Source(String name, Analyzed analyzed) {
        boolean isUnreadable() {
            return analyzed.account().packets() == 0 && !analyzed.troubles().isEmpty();
        }
    }

    @Mixin private final ThresholdFile thresholds = new ThresholdFile();

    @Override
    public Integer call() throws IOException {
        List<Source> sources = new ArrayList<>();
        try (Scratch scratch = new Scratch();
                Spool finished = new FileSpool(scratch.folder());
                OutputStream to = output()) {
            Rows rows =
                    new Rows(
                            thresholds.rules(),
                            Filter.of(filter),
                            this::row,
                            new RowStore(finished));
            for (String file : input.files()) {
                try (Reading opened = Reading.open(file, scratch)) {
                    reading = opened.name();
                    Analyzed analyzed = opened.analyze(sources.size() + 1, rows);
                    sources.add(new Source(reading, analyzed));
                }
            }
            write(to, rows.store(), sources);
        }
        return sources.stream().allMatch(Source::isUnreadable) ? Main.FAILED : 0;
    }

    private OutputStream output() throws IOException {
        return new BufferedOutputStream(
                out == null ? new FileOutputStream(FileDescriptor.out) : Files.newOutputStream(out),
                1 << 16);
    }

    private byte[] row(Findings findings) {
        return switch (format) {
            case TABLE -> Columns.table(CallRow.of(findings, 1), language);
            case CSV -> Columns.csv(CallRow.of(findings, 1));
            case JSON, JSONL -> json(findings);
            case EVENTS -> EventFields.lines(findings.call(), reading);
        };
    }

    private static byte[] json(Findings findings) {
        CallRow row = CallRow.of(findings, 1);
        return Json.object(json -> {
            CallFields.row(json, row);
            boolean whole = row.legs().size() == row.legsCount();
            CallFields.legs(json, whole ? row.legs() : legs(findings.call()));
            json.put("messages", findings.call().messages().size());
        });
    }

    private static List<LegRow> legs(Call call) {
        return call.legs().stream().map(LegRow::of).toList();
    }

    private void write(OutputStream to, RowStore rows, List<Source> sources) throws IOException {
        byte[] nothing = new byte[0];
        switch (format) {
            case TABLE -> {
                to.write(language.heading().getBytes(StandardCharsets.UTF_8));
                rows.write(to, nothing);
            }
            case CSV -> {
                to.write(Columns.CSV_HEADING.getBytes(StandardCharsets.UTF_8));
                rows.write(to, nothing);
            }
            case JSONL -> {
                rows.write(to, new byte[] {'\n'});
                to.write('\n');
            }
            case EVENTS -> rows.write(to, nothing);
            case JSON -> {
                to.write(head(sources));
                rows.write(to, new byte[] {',', '\n'});
                to.write("\n]}\n".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /// The document up to where the rows follow.
    private static byte[] head(List<Source> sources) {
        byte[] whole =
                Json.object(json -> {
                    json.put("callogram", Build.VERSION);
                    json.put("rules", Build.RULES);
                    json.objects("sources", sources, AnalyzeCommand::source);
                    json.objects("calls", List.<Source>of(), AnalyzeCommand::source);
                });
        return Arrays.copyOf(whole, whole.length - "]}".length());
    }

    private static void source(Json json, Source source) {
        Account account = source.analyzed.account();
        json.put("name", source.name);
        SourceFields.account(json, account, account.sip(), source.analyzed.troubles());
    }
}
