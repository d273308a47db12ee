package io.callogram.analyzer.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.pipeline.Limits;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.reassembly.MemorySpool;
import io.callogram.samples.generator.Mix;
import io.callogram.samples.generator.Progress;
import io.callogram.samples.generator.Traffic;
import io.callogram.samples.generator.TrafficGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same over a capture of many blocks, in which groups close while others open.
class TrafficInvariantsTest {

    @TempDir static Path folder;

    private static Path file = Path.of("");

    @BeforeAll
    static void generate() throws IOException {
        file = folder.resolve("traffic.pcap");
        Traffic traffic = Traffic.of(600, 4, 3, Mix.of("default"));
        TrafficGenerator.generate(traffic, file, folder.resolve("truth"), Progress.NONE);
    }

    @Test
    void doesNotDependOnTheNumberOfThreads() throws IOException {
        List<Call> alone = analyze(1, Limits.standard().batch());
        assertThat(alone).hasSizeGreaterThan(500);
        assertThat(analyze(2, Limits.standard().batch())).isEqualTo(alone);
        assertThat(analyze(4, Limits.standard().batch())).isEqualTo(alone);
    }

    @Test
    void givesTheSameFoldedInSmallBatches() throws IOException {
        assertThat(analyze(2, 1)).isEqualTo(analyze(1, Integer.MAX_VALUE));
    }

    @Test
    void givesTheSameWhetherMessagesAreAtHandOrReadAgain() throws IOException {
        List<Call> atHand = analyze(1, Limits.standard().batch());
        assertThat(analyze(2, Limits.standard().batch(), 0)).isEqualTo(atHand);
        assertThat(analyze(2, Limits.standard().batch(), 1_000_000)).isEqualTo(atHand);
    }

    private static List<Call> analyze(int threads, int batch) throws IOException {
        return analyze(threads, batch, Limits.standard().atHand());
    }

    private static List<Call> analyze(int threads, int batch, long atHand) throws IOException {
        Limits s = Limits.standard();
        Limits limits =
                new Limits(
                        s.duplicate(),
                        s.linger(),
                        s.pending(),
                        s.ringing(),
                        s.binding(),
                        s.lasting(),
                        s.messagesPerGroup(),
                        s.liveMessages(),
                        atHand,
                        batch);
        try (CaptureFile capture = CaptureFile.open(file, folder)) {
            Replay replay = Replay.of(capture, new MemorySpool(), limits, threads);
            assertThat(replay.account().balanced()).isTrue();
            return replay.calls();
        }
    }
}
