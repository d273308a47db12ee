package io.callogram.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.index.Order;
import io.callogram.analyzer.index.Search;
import io.callogram.analyzer.index.query.QueryParser;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.api.workbench.SourceView.State;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class DeskTest {

    private static final String SAMPLE = "attended-transfer";

    @TempDir private Path folder;

    private Path capture(String name) throws Exception {
        Scenario scenario =
                Scenarios.all().stream()
                        .filter(each -> each.name().equals("recorded/" + SAMPLE))
                        .findFirst()
                        .orElseThrow();
        Path file = folder.resolve(name);
        try (InputStream capture = scenario.capture()) {
            Files.copy(capture, file);
        }
        return file;
    }

    private Path zipped(String name) throws Exception {
        Path file = folder.resolve(name);
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            Files.copy(capture(name + ".plain"), out);
        }
        return file;
    }

    /// Waits until a source is read to its end.
    public static void awaitReading(Desk desk, int source) throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        try (var _ =
                desk.subscribe(_ -> {
                    if (isRead(desk, source)) {
                        read.countDown();
                    }
                })) {
            if (!isRead(desk, source)) {
                assertThat(read.await(60, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    private static boolean isRead(Desk desk, int source) {
        return desk.source(source).orElseThrow().state() == State.READY;
    }

    private List<Path> scratch() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("data/scratch"))) {
            return files.toList();
        }
    }

    @Test
    void opensTheOthersWhenOneKeptCaptureWentBad() throws Exception {
        try (Desk desk = Desk.open(folder.resolve("data"), Rulebook.STANDARD)) {
            desk.adopt("good.pcap", capture("good"));
            desk.adopt("bad.pcap", capture("bad"));
        }
        Path bad = folder.resolve("data/sources/0000000002/upload.capture");
        Files.writeString(bad, "no capture any more");
        try (Desk desk = Desk.open(folder.resolve("data"), Rulebook.STANDARD)) {
            assertThat(desk.sources())
                    .extracting(SourceView::name)
                    .containsExactly("good.pcap", "bad.pcap");
            SourceView failed = desk.sources().getLast();
            assertThat(failed.state()).isEqualTo(State.FAILED);
            assertThat(failed.troubles().getFirst().sentence()).startsWith("could not be opened: ");
            awaitReading(desk, desk.sources().getFirst().id());
            assertThat(desk.removeSource(failed.id())).isTrue();
            assertThat(desk.source(failed.id())).isEmpty();
            assertThat(bad).doesNotExist();
        }
    }

    private static String onlyCall(Desk desk, String query) throws Exception {
        return desk
                .search(new Search(QueryParser.parse(query, 0), Order.NEWEST, 50, null))
                .calls()
                .stream()
                .map(call -> call.row().id())
                .findFirst()
                .orElse("");
    }

    @Test
    void keepsNotesAndNamesOverRestartAndReanalysisUntilTheSourceIsErased() throws Exception {
        Path data = folder.resolve("data");
        String call;
        int source;
        try (Desk desk = Desk.open(data, Rulebook.STANDARD)) {
            source = desk.adopt("monday.pcap", capture("monday")).id();
            awaitReading(desk, source);
            call = onlyCall(desk, "source:monday.pcap");
            assertThat(call).isNotEmpty();
            desk.note(call, "ask the carrier");
            assertThat(onlyCall(desk, "note:CARRIER")).isEqualTo(call);
            assertThat(onlyCall(desk, "\"the carrier\"")).isEqualTo(call);
            assertThat(onlyCall(desk, "note:*")).isEqualTo(call);
            assertThat(onlyCall(desk, "not note:*")).isEmpty();
            assertThat(onlyCall(desk, "note:provider or text:provider")).isEmpty();
            assertThat(desk.rename(source, "Berlin office").orElseThrow().name())
                    .isEqualTo("Berlin office");
            assertThat(onlyCall(desk, "source:\"Berlin office\"")).isEqualTo(call);
            assertThat(onlyCall(desk, "source:monday*")).isEmpty();
        }
        try (Desk desk = Desk.open(data, Rulebook.STANDARD)) {
            awaitReading(desk, source);
            desk.reanalyze();
            awaitReading(desk, source);
            assertThat(desk.source(source).orElseThrow().name()).isEqualTo("Berlin office");
            assertThat(onlyCall(desk, "source:berlin*")).isEqualTo(call);
            assertThat(desk.notes()).containsExactly(Map.entry(call, "ask the carrier"));
            desk.removeSource(source);
            assertThat(desk.notes()).isEmpty();
        }
        try (Desk desk = Desk.open(data, Rulebook.STANDARD)) {
            assertThat(desk.notes()).isEmpty();
        }
    }

    @Test
    void leavesNoScratchFileOfARemovedSource() throws Exception {
        try (Desk desk = Desk.open(folder.resolve("data"), Rulebook.STANDARD)) {
            int sample = desk.sample(SAMPLE).orElseThrow().id();
            int upload = desk.adopt("zipped.pcap.gz", zipped("zipped")).id();
            awaitReading(desk, sample);
            awaitReading(desk, upload);
            assertThat(scratch()).isNotEmpty();
            desk.removeSource(sample);
            desk.removeSource(upload);
            assertThat(scratch()).isEmpty();
            assertThat(desk.newest()).isZero();
        }
    }
}
