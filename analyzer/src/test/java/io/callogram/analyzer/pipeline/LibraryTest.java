package io.callogram.analyzer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.hint.Hint;
import io.callogram.analyzer.flow.hint.HintKind;
import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.index.Order;
import io.callogram.analyzer.index.Search;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.capture.file.CaptureFile;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    private static final Query ALL = new Query.All();

    @TempDir Path folder;
    private Path scratch;
    private Path kept;
    private final BlockingQueue<SourceStatus> heard = new LinkedBlockingQueue<>();

    @BeforeEach
    void folders() throws IOException {
        scratch = Files.createDirectory(folder.resolve("scratch"));
        kept = folder.resolve("index");
    }

    @Test
    void doesNotReadAgainWhatItHasReadToTheEnd() throws Exception {
        Path tcp = capture("recorded/call-over-tcp");
        Answers first;
        try (Library library = library("1")) {
            first = answers(library, opened(library, 1, tcp));
        }
        heard.clear();
        try (Library library = library("1")) {
            SourceStatus known = add(library, 1, tcp);
            assertThat(known.state()).isEqualTo(SourceStatus.State.READY);
            assertThat(answers(library, known)).isEqualTo(first);
        }
    }

    @Test
    void readsAgainWhenTheIndexIsGone() throws Exception {
        Path tcp = capture("recorded/call-over-tcp");
        Answers first;
        try (Library library = library("1")) {
            first = answers(library, opened(library, 1, tcp));
        }
        delete(kept);
        try (Library library = library("1")) {
            assertThat(answers(library, opened(library, 1, tcp))).isEqualTo(first);
        }
    }

    @Test
    void readsAgainWhenWhatIsKeptIsDamaged() throws Exception {
        Path hold = capture("recorded/hold");
        Answers first;
        try (Library library = library("1")) {
            first = answers(library, opened(library, 1, hold));
        }
        Path summary = kept.resolve("s1").resolve("summary");
        byte[] bytes = Files.readAllBytes(summary);
        bytes[bytes.length / 2] ^= 1;
        Files.write(summary, bytes);
        try (Library library = library("1")) {
            assertThat(answers(library, opened(library, 1, hold))).isEqualTo(first);
        }
    }

    @Test
    void readsAgainWhenABitOfTheIndexHasTurned() throws Exception {
        Path hold = capture("recorded/hold");
        Answers first;
        try (Library library = library("1")) {
            first = answers(library, opened(library, 1, hold));
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(kept.resolve("calls"))) {
            files = all.filter(file -> file.toFile().length() > 200).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            if (!Files.exists(file)) {
                continue; // the index was begun anew since
            }
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            try (Library library = library("1")) {
                assertThat(answers(library, opened(library, 1, hold))).isEqualTo(first);
            }
        }
    }

    @Test
    void answersByOldRulesUntilItHasReadAgainByNewOnes() throws Exception {
        Path tcp = capture("recorded/call-over-tcp");
        Answers first;
        try (Library library = library("1")) {
            first = answers(library, opened(library, 1, tcp));
        }
        heard.clear();
        try (Library library = library("2")) {
            SourceStatus reading = add(library, 1, tcp);
            assertThat(reading.state()).isEqualTo(SourceStatus.State.READING);
            assertThat(records(library)).isEqualTo(first.records());
            assertThat(answers(library, ready(1))).isEqualTo(first);
        }
        try (Library library = library("2")) {
            assertThat(add(library, 1, tcp).state()).isEqualTo(SourceStatus.State.READY);
        }
    }

    @Test
    void readsEverythingAgainWhenAsked() throws Exception {
        Path tcp = capture("recorded/call-over-tcp");
        try (Library library = library("1")) {
            Answers first = answers(library, opened(library, 1, tcp));
            heard.clear();
            library.reanalyze();
            assertThat(records(library)).isEqualTo(first.records());
            assertThat(answers(library, ready(1))).isEqualTo(first);
        }
    }

    @Test
    void goesOnWhereNothingWasCompleted() throws Exception {
        Path tcp = capture("recorded/call-over-tcp");
        try (Library library = library("1")) {
            add(library, 1, tcp);
        }
        Answers whole;
        try (Library library = library("1")) {
            whole = answers(library, opened(library, 1, tcp));
        }
        try (Library library = library("1")) {
            add(library, 1, tcp);
            library.reanalyze();
        }
        try (Library library = library("1")) {
            heard.clear();
            SourceStatus status = add(library, 1, tcp);
            assertThat(answers(library, status)).isEqualTo(whole);
        }
    }

    @Test
    void listsACallThatARuleFailedAtAndSaysSo() throws Exception {
        Path transfer = capture("recorded/attended-transfer");
        Rulebook broken = new Rulebook(null, null);
        try (Library library = library("1", broken)) {
            SourceStatus status = opened(library, 1, transfer);
            assertThat(records(library)).isNotEmpty().allMatch(r -> r.row().flows().isEmpty());
            assertThat(status.troubles())
                    .isNotEmpty()
                    .allMatch(trouble -> trouble.reason().equals("rule-failed"));
        }
    }

    @Test
    void doesNotReadPackedCapturesAgain() throws Exception {
        Path packed = folder.resolve("hold.pcap.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(capture("recorded/hold"), out);
        }
        Answers first;
        try (Library library = library("1")) {
            first = answers(library, opened(library, 1, packed));
        }
        heard.clear();
        try (Library library = library("1")) {
            SourceStatus known = add(library, 1, packed);
            assertThat(known.state()).isEqualTo(SourceStatus.State.READY);
            assertThat(answers(library, known)).isEqualTo(first);
        }
    }

    @Test
    void forgetsASourceThatIsRemovedForGood() throws Exception {
        Path hold = capture("recorded/hold");
        try (Library library = library("1")) {
            opened(library, 1, hold);
            library.remove(1);
            assertThat(records(library)).isEmpty();
        }
        assertThat(kept.resolve("s1")).doesNotExist();
        try (Library library = library("1")) {
            assertThat(records(library)).isEmpty();
        }
    }

    @Test
    void findsNothingOfSourcesThatAreNotHere() throws Exception {
        Path hold = capture("recorded/hold");
        Path tcp = capture("recorded/call-over-tcp");
        List<CallRecord> ofHold;
        try (Library library = library("1")) {
            ready(library.visit("phone", tcp).number());
            opened(library, 1, tcp);
            opened(library, 2, hold);
            ofHold = records(library).stream().filter(r -> r.row().source() == 2).toList();
        }
        try (Library library = library("1")) {
            assertThat(records(library)).hasSizeGreaterThan(2 * ofHold.size());
            add(library, 2, hold);
            library.forgetOthers();
            assertThat(records(library)).isEqualTo(ofHold);
        }
        assertThat(kept.resolve("s1")).doesNotExist();
        assertThat(kept.resolve("s2")).exists();
    }

    @Test
    void showsWhatGrowsAndKeepsItWhenItHasEnded() throws Exception {
        byte[] bytes = Files.readAllBytes(capture("recorded/attended-transfer"));
        GrowingBytes growing = new GrowingBytes();
        growing.append(bytes, 0, bytes.length / 2);
        Answers live;
        try (Library library = library("1")) {
            library.follow(1, "phone", growing);
            SourceStatus half = heard.take();
            while (half.calls() == 0) {
                half = heard.take();
            }
            assertThat(half.state()).isEqualTo(SourceStatus.State.LIVE);
            assertThat(records(library)).hasSize((int) half.calls());
            growing.append(bytes, bytes.length / 2, bytes.length);
            growing.end();
            live = answers(library, ready(1));
        }
        Path file = folder.resolve("phone");
        Files.write(file, bytes);
        delete(kept);
        try (Library library = library("1")) {
            assertThat(answers(library, opened(library, 1, file))).isEqualTo(live);
        }
    }

    @Test
    void saysThatTheCaptureEndsBeforeTheCallOnlyWhenItHasEnded() throws Exception {
        byte[] bytes = Files.readAllBytes(capture("corner/ends-mid-call"));
        GrowingBytes growing = new GrowingBytes();
        growing.append(bytes, 0, bytes.length);
        try (Library library = library("1")) {
            library.follow(1, "phone", growing);
            while (heard.take().calls() == 0) {
                assertThat(library.sources()).hasSize(1);
            }
            CallRecord open = records(library).getFirst();
            assertThat(open.row().hints()).isEmpty();
            Call call = library.call(open.row().id()).orElseThrow();
            assertThat(library.goesOn(call)).isTrue();
            growing.end();
            ready(1);
            assertThat(records(library).getFirst().row().hints())
                    .extracting(Hint::kind)
                    .containsExactly(HintKind.CAPTURE_ENDS_EARLY);
            assertThat(library.goesOn(call)).isFalse();
        }
    }

    @Test
    void answersAtOnceForWhatBrokeOffAndReadsItAgain() throws Exception {
        Path file = capture("recorded/attended-transfer");
        byte[] bytes = Files.readAllBytes(file);
        GrowingBytes growing = new GrowingBytes();
        growing.append(bytes, 0, bytes.length);
        List<CallRecord> before;
        try (Library library = library("1")) {
            library.follow(1, "phone", growing);
            while (!Files.exists(kept.resolve("s1").resolve("summary"))) {
                Thread.sleep(50);
            }
            before = records(library);
            assertThat(before).isNotEmpty();
        }
        Answers again;
        heard.clear();
        try (Library library = library("1")) {
            SourceStatus status =
                    library.resume(1, "phone", CaptureFile.open(file, scratch), bytes.length);
            assertThat(status.state()).isEqualTo(SourceStatus.State.READING);
            assertThat(records(library)).hasSameSizeAs(before);
            again = answers(library, ready(1));
            assertThat(library.isRebuilding(1)).isFalse();
        }
        delete(kept);
        try (Library library = library("1")) {
            assertThat(answers(library, opened(library, 1, file))).isEqualTo(again);
        }
    }

    @Test
    void followsWhatHasNoPacketYet() throws Exception {
        byte[] bytes = Files.readAllBytes(capture("recorded/attended-transfer"));
        GrowingBytes growing = new GrowingBytes();
        growing.append(bytes, 0, 24);
        try (Library library = library("1")) {
            SourceStatus begun = library.follow(1, "phone", growing);
            assertThat(begun.state()).isEqualTo(SourceStatus.State.LIVE);
            assertThat(begun.messages() + begun.calls() + begun.consumed()).isZero();
            assertThat(library.sources()).containsExactly(begun);
        }
    }

    /// Everything that can be asked: records, calls folded again, the account.
    private record Answers(List<CallRecord> records, List<Call> calls, Account account) {}

    private Answers answers(Library library, SourceStatus status) throws Exception {
        List<CallRecord> records = records(library);
        List<Call> calls = new ArrayList<>();
        for (CallRecord record : records) {
            calls.add(library.call(record.row().id()).orElseThrow());
        }
        assertThat(calls).hasSize((int) status.calls()).isNotEmpty();
        return new Answers(records, calls, status.account());
    }

    private static List<CallRecord> records(Library library) throws Exception {
        return library.index().search(new Search(ALL, Order.NEWEST, Search.MOST, null)).calls();
    }

    private Library library(String rules) throws IOException {
        return library(rules, Rulebook.STANDARD);
    }

    private Library library(String rules, Rulebook rulebook) throws IOException {
        return new Library(scratch, Projection.open(kept, rules), rulebook, heard::add);
    }

    private SourceStatus add(Library library, int number, Path file) throws IOException {
        CaptureFile capture = CaptureFile.open(file, scratch);
        return library.add(number, "phone", capture, Files.size(file));
    }

    private SourceStatus opened(Library library, int number, Path file) throws Exception {
        heard.clear();
        add(library, number, file);
        return ready(number);
    }

    private SourceStatus ready(int number) throws InterruptedException {
        SourceStatus status = heard.take();
        while (status.number() != number || status.state() != SourceStatus.State.READY) {
            assertThat(status.failure()).isNull();
            status = heard.take();
        }
        return status;
    }

    private Path capture(String scenario) throws IOException {
        Path file = folder.resolve(scenario.replace('/', '-'));
        try (InputStream in = Scenarios.named(scenario).capture()) {
            Files.copy(in, file);
        }
        return file;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
