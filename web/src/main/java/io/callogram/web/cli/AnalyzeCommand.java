package io.callogram.web.cli;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.pipeline.Analyzed;
import io.callogram.web.json.Build;
import io.callogram.web.json.CallJson;
import io.callogram.web.json.SourceJson;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// `callogram analyze`: every call of a capture.
@Command(
        name = "analyze",
        description = "Lists the calls in captures.",
        mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {
    private static final JsonFactory JSON = new JsonFactory();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Captures; '-' is standard input.")
    private List<String> files = List.of();

    @Option(names = "--format", description = "table, json, jsonl, csv")
    private Format format = Format.TABLE;

    @Option(names = "--filter", paramLabel = "QUERY", description = "Only calls that match.")
    private @Nullable String filter;

    @Option(names = "--lang", description = "en, zh")
    private Language language = Language.EN;

    @Option(names = "--out", paramLabel = "F", description = "Write to a file.")
    private @Nullable Path out;

    private record Source(String name, Analyzed analyzed) {
        boolean isUnreadable() {
            return analyzed.account().packets() == 0 && !analyzed.troubles().isEmpty();
        }
    }

    @Override
    public Integer call() throws IOException {
        Rows rows = new Rows(Filter.of(filter), this::row);
        List<Source> sources = new ArrayList<>();
        try (Scratch scratch = new Scratch()) {
            for (String file : files) {
                try (Reading reading = Reading.open(file, scratch)) {
                    sources.add(
                            new Source(reading.name(), reading.analyze(sources.size() + 1, rows)));
                }
            }
        }
        try (OutputStream to = output()) {
            write(to, rows.store(), sources);
        }
        return sources.stream().allMatch(Source::isUnreadable) ? Main.FAILED : 0;
    }

    private OutputStream output() throws IOException {
        return new BufferedOutputStream(
                out == null ? new FileOutputStream(FileDescriptor.out) : Files.newOutputStream(out),
                1 << 16);
    }

    private byte[] row(Call call) {
        return switch (format) {
            case TABLE -> Columns.table(call, language);
            case CSV -> Columns.csv(call);
            case JSON, JSONL -> json(call);
        };
    }

    private static byte[] json(Call call) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            CallJson.write(json, call);
        }
        return bytes.toByteArray();
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
            case JSON -> {
                to.write(head(sources));
                rows.write(to, new byte[] {',', '\n'});
                to.write("\n]}\n".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static byte[] head(List<Source> sources) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("callogram", Build.VERSION);
            json.writeStringProperty("rules", Build.RULES);
            json.writeName("sources").writeStartArray();
            for (Source source : sources) {
                SourceJson.write(
                        json, source.name, source.analyzed.account(), source.analyzed.troubles());
            }
            json.writeEndArray();
            json.writeName("calls").writeStartArray();
            json.flush();
            // the rows follow; the generator's own closing brackets are not wanted
            int length = bytes.size();
            json.writeEndArray();
            json.writeEndObject();
            json.flush();
            return java.util.Arrays.copyOf(bytes.toByteArray(), length);
        }
    }
}
