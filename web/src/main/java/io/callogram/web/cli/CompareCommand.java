package io.callogram.web.cli;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.compare.Comparison;
import io.callogram.analyzer.compare.TextComparison;
import io.callogram.analyzer.compare.Transcript;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.sip.Where;
import io.callogram.analyzer.story.Language;
import io.callogram.analyzer.story.Names;
import io.callogram.capture.file.CaptureBytes;
import io.callogram.web.gallery.Example;
import io.callogram.web.gallery.Gallery;
import io.callogram.web.json.CompareJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `callogram compare`: where a call leaves the course of its flow, or of another call.
@Command(
        name = "compare",
        description = "Compares a call with the shape of its flow, or with another call.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

    private static final String SHAPE = "flow";

    /// What a comparison can be written as.
    enum Form {
        TEXT,
        JSON
    }

    @Parameters(paramLabel = "FILE", description = "A capture; '-' is standard input.")
    private String file = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE2",
            description = "The capture of the other call, when it is another one.")
    private @Nullable String other;

    @Option(
            names = "--call",
            paramLabel = "ID|QUERY",
            description = "Which call; the only one without it.")
    private @Nullable String call;

    @Option(
            names = "--with",
            paramLabel = "ID|QUERY|flow",
            description = "Which other call, or 'flow': the shape of the call's flow.")
    private String with = SHAPE;

    @Option(names = "--lang", description = "en, zh")
    private Language language = Language.EN;

    @Option(names = "--format", description = "text, json")
    private Form format = Form.TEXT;

    @Option(names = "--out", paramLabel = "F", description = "Write to a file.")
    private @Nullable Path out;

    @Mixin private final ThresholdFile thresholds = new ThresholdFile();

    @Override
    public Integer call() throws IOException {
        Rulebook rules = thresholds.rules();
        if (other != null && with.equals(SHAPE)) {
            throw Refusal.wrongUsage("with " + other + ", say by --with which of its calls.");
        }
        Transcript here = transcript(file, call, rules);
        FlowKind flow = with.equals(SHAPE) ? flow(rules.judge(here.call())) : null;
        Transcript there =
                flow == null ? transcript(other == null ? file : other, with, rules) : shape(flow);
        Comparison comparison = Comparison.of(here, there, flow != null);
        Selection.write(
                List.of(here.call()), out, _ -> drawn(comparison, here, there.call(), flow));
        return 0;
    }

    private static FlowKind flow(Findings findings) {
        FlowKind flow = findings.headline();
        if (flow == null) {
            throw Refusal.failed("no flow names this call: there is no shape to compare it with.");
        }
        return flow;
    }

    private static Transcript shape(FlowKind flow) throws IOException {
        Example example =
                Gallery.open()
                        .example(flow)
                        .orElseThrow(() ->
                                Refusal.failed("there is no example of " + flow.slug() + "."));
        return Transcript.read(example.call(), example::message);
    }

    private static Transcript transcript(String file, @Nullable String wanted, Rulebook rules)
            throws IOException {
        try (Scratch scratch = new Scratch();
                Reading reading = Reading.open(file, scratch)) {
            Selection selection = new Selection(wanted, rules);
            reading.analyze(1, selection);
            CaptureBytes bytes = new CaptureBytes(reading.capture(), reading.spool());
            return Transcript.read(
                    selection.only(),
                    message -> {
                        Where at = message.seen().sighting().where();
                        return bytes.read(at.stored(), at.length());
                    });
        }
    }

    private byte[] drawn(
            Comparison comparison, Transcript here, Call there, @Nullable FlowKind flow) {
        if (format == Form.JSON) {
            return CompareJson.of(comparison, here.call(), there, flow);
        }
        String name = flow == null ? there.id() : Names.of(flow, language);
        return TextComparison.draw(comparison, here.call().id(), name, language)
                .getBytes(StandardCharsets.UTF_8);
    }
}
