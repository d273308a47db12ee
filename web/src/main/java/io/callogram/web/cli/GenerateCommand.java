package io.callogram.web.cli;

import io.callogram.samples.generator.Counts;
import io.callogram.samples.generator.Mix;
import io.callogram.samples.generator.Traffic;
import io.callogram.samples.generator.TrafficGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `callogram generate`: a capture of made-up traffic, with the truth about it.
@Command(
        name = "generate",
        description = "Writes a capture of generated traffic.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

    @Option(
            names = "--calls",
            required = true,
            paramLabel = "N",
            description = "How many calls and other entries.")
    private long calls;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Calls a second (default: ${DEFAULT-VALUE}).")
    private double rate = 100;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same seed gives the same capture.")
    private long seed = 1;

    @Option(
            names = "--mix",
            paramLabel = "MIX",
            description = "A named mix, or flow=weight,… (default: ${DEFAULT-VALUE}).")
    private String mix = "default";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "F",
            description = "*.pcap, *.pcapng, or either with .gz.")
    private Path out = Path.of("");

    @Option(
            names = "--truth",
            paramLabel = "F",
            description = "Where to write what each entry is, as JSON lines.")
    private @Nullable Path truth;

    @Override
    public Integer call() {
        try (ProgressBar bar = ProgressBar.onTerminal("generating")) {
            Traffic traffic = Traffic.of(calls, rate, seed, Mix.of(mix));
            Counts counts =
                    TrafficGenerator.generate(
                            traffic,
                            out,
                            truth,
                            (begun, all, messages) -> bar.at(begun, all, messages));
            System.err.printf(
                    "%,d entries, %,d SIP messages, %,d packets%n",
                    counts.calls(), counts.messages(), counts.packets());
            return 0;
        } catch (IllegalArgumentException e) {
            throw Refusal.wrongUsage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Refusal.failed("cannot write " + out + ": " + e.getMessage());
        }
    }
}
