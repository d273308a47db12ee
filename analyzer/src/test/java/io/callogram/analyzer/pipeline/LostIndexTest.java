package io.callogram.analyzer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.index.Order;
import io.callogram.analyzer.index.Search;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.capture.file.CaptureFile;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody takes the folder of the index away while a library is open over it.
class LostIndexTest {

    @TempDir private Path folder;
    private Path scratch;
    private Path kept;
    private Path hold;
    private Path tcp;
    private final BlockingQueue<SourceStatus> heard = new LinkedBlockingQueue<>();

    @BeforeEach
    void folders() throws IOException {
        scratch = Files.createDirectory(folder.resolve("scratch"));
        kept = folder.resolve("index");
        hold = capture("recorded/hold", "hold");
        tcp = capture("recorded/call-over-tcp", "tcp");
    }

    private Path capture(String scenario, String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Scenarios.named(scenario).capture()) {
            Files.copy(in, file);
        }
        return file;
    }

    private Library library() throws IOException {
        return new Library(scratch, Projection.open(kept, "1"), Rulebook.STANDARD, heard::add);
    }

    private SourceStatus add(Library library, int number, Path file) throws IOException {
        CaptureFile capture = CaptureFile.open(file, scratch);
        return library.add(number, "phone", capture, Files.size(file));
    }

    /// Waits until each of them has been read to its end since.
    private void ready(Library library, Integer... numbers) throws Exception {
        Set<Integer> waiting = new HashSet<>(Set.of(numbers));
        while (!waiting.isEmpty()) {
            SourceStatus status = heard.take();
            assertThat(status.failure()).isNull();
            if (status.state() == SourceStatus.State.READY
                    && !library.isRebuilding(status.number())) {
                waiting.remove(status.number());
            }
        }
    }

    private void takeAway() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(kept)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }

    private static List<CallRecord> records(Library library) throws Exception {
        Search all = new Search(new Query.All(), Order.NEWEST, Search.MOST, null);
        return library.index().search(all).calls();
    }

    @Test
    void answersMeanwhileAndComesBack() throws Exception {
        List<CallRecord> first;
        List<CallRecord> both;
        try (Library library = library()) {
            add(library, 1, tcp);
            ready(library, 1);
            first = records(library);
            takeAway();
            assertThat(records(library)).isEqualTo(first).isNotEmpty();
            add(library, 2, hold);
            ready(library, 1, 2);
            assertThat(library.index().renewals()).isOne();
            assertThat(library.index().calls(2)).isPositive();
            both = records(library);
            assertThat(both).containsAll(first);
        }
        heard.clear();
        try (Library library = library()) {
            assertThat(add(library, 1, tcp).state()).isEqualTo(SourceStatus.State.READY);
            assertThat(add(library, 2, hold).state()).isEqualTo(SourceStatus.State.READY);
            assertThat(records(library)).isEqualTo(both);
        }
    }

    @Test
    void bringsNothingBackOfASourceThatIsRemoved() throws Exception {
        try (Library library = library()) {
            add(library, 1, hold);
            ready(library, 1);
            List<CallRecord> stays = records(library);
            add(library, 2, tcp);
            ready(library, 2);
            takeAway();
            library.remove(2);
            assertThat(library.index().renewals()).isOne();
            assertThat(records(library)).isEqualTo(stays);
            ready(library, 1);
            assertThat(records(library)).isEqualTo(stays);
        }
    }
}
