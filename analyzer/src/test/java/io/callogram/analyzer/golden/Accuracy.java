package io.callogram.analyzer.golden;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.golden.Confusion.Said;
import io.callogram.analyzer.pipeline.Analysis;
import io.callogram.analyzer.pipeline.Calls;
import io.callogram.analyzer.pipeline.Limits;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.reassembly.MemorySpool;
import io.callogram.samples.generator.Mix;
import io.callogram.samples.generator.Progress;
import io.callogram.samples.generator.Traffic;
import io.callogram.samples.generator.TrafficGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// How often the rules are right about generated traffic. `main` prints the tables of
/// `docs/reference/accuracy.md`; its arguments are the number of calls, calls a second, and a seed.
final class Accuracy {

    private Accuracy() {}

    static Confusion of(Traffic traffic, Path folder, Predicate<String> counted)
            throws IOException {
        Path capture = folder.resolve("traffic.pcap");
        Path truth = folder.resolve("truth");
        TrafficGenerator.generate(traffic, capture, truth, Progress.NONE);
        return Confusion.of(Truth.read(truth), said(capture, folder), counted);
    }

    /// Only what was concluded is kept, so that a large capture fits.
    private static List<Said> said(Path file, Path folder) throws IOException {
        Map<String, Said> said = new HashMap<>();
        Calls<Said> kept =
                new Calls<>() {
                    @Override
                    public Said view(Call call) {
                        return Said.of(call);
                    }

                    @Override
                    public void put(String id, long start, Said view, boolean again) {
                        said.put(id, view);
                    }

                    @Override
                    public void retract(String id) {
                        said.remove(id);
                    }
                };
        try (CaptureFile capture = CaptureFile.open(file, folder)) {
            Analysis.run(
                    capture, new MemorySpool(), 1, Limits.standard(), 2, kept, (_, _, _) -> {});
        }
        return new ArrayList<>(said.values());
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("accuracy");
        Traffic traffic =
                Traffic.of(
                        Integer.parseInt(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Long.parseLong(arguments[2]),
                        Mix.of("default"));
        Confusion confusion = of(traffic, folder, _ -> true);
        System.out.println(confusion.table());
        System.out.println(confusion.headlineTable());
        System.out.println(confusion.split() + " entries of the truth are several, or none");
        confusion.mistakes().stream().limit(50).forEach(System.out::println);
    }
}
