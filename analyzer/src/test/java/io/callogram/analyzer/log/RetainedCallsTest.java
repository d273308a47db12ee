package io.callogram.analyzer.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.index.Order;
import io.callogram.analyzer.index.Search;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.pipeline.Account;
import io.callogram.analyzer.pipeline.Library;
import io.callogram.analyzer.pipeline.Projection;
import io.callogram.analyzer.pipeline.SourceStatus;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.PacketSource;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is concluded of a live source while its beginning goes.
class RetainedCallsTest {
    private static final List<String> RECORDED =
            List.of(
                    "recorded/hold",
                    "recorded/call-over-tcp",
                    "recorded/attended-transfer",
                    "recorded/hold",
                    "recorded/call-over-tcp");
    private static final Retention HALF = new Retention(null, 60_000);
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir private Path folder;
    private Path scratch;
    private final BlockingQueue<SourceStatus> heard = new LinkedBlockingQueue<>();
    private int indexes;

    @BeforeEach
    void scratch() throws IOException {
        scratch = Files.createDirectory(folder.resolve("scratch"));
    }

    private Log open(Path data, Disk disk) throws IOException {
        Settings settings =
                Settings.STANDARD.withSegmentBytes(10_000).withCommitEvery(Duration.ofMillis(1));
        return Log.open(data, settings, disk, InstantSource.system());
    }

    private static void record(Recorder recorder, String scenario) throws Exception {
        long given = recorder.status().durable();
        try (CaptureFile capture =
                        CaptureFile.open(
                                Scenarios.named(scenario).capture(),
                                Files.createTempDirectory("retained"));
                PacketSource packets = capture.packets()) {
            for (PacketBlock b = packets.next(); b != null; b = packets.next()) {
                for (int i = 0; i < b.count(); i++) {
                    recorder.frame(
                            b.time()[i],
                            b.link()[i],
                            b.original()[i],
                            b.bytes(),
                            b.start()[i],
                            b.captured()[i]);
                    given++;
                    if (given % 16 == 0) {
                        assertThat(recorder.awaitDurable(given, LONG)).isTrue();
                    }
                }
            }
        }
    }

    private Recording recorded(Log log) throws Exception {
        Recording recording = log.create("eth0");
        try (Recorder recorder = recording.record("eth0")) {
            for (String scenario : RECORDED) {
                record(recorder, scenario);
            }
        }
        assertThat(recording.bytes()).isGreaterThan(2 * HALF.mostBytes());
        return recording;
    }

    private Library library(Path index) throws IOException {
        return new Library(scratch, Projection.open(index, "1"), Rulebook.STANDARD, heard::add);
    }

    private record Answers(List<CallRecord> records, Account account) {}

    private static List<CallRecord> records(Library library) throws Exception {
        return library.index()
                .search(new Search(new Query.All(), Order.NEWEST, Search.MOST, null))
                .calls();
    }

    private SourceStatus resume(Library library, Recording recording) throws IOException {
        CaptureFile capture = recording.capture(scratch);
        return library.resume(recording.id(), "eth0", capture, recording.bytes());
    }

    private Answers ready(Library library) throws Exception {
        SourceStatus status = heard.take();
        while (status.state() != SourceStatus.State.READY) {
            assertThat(status.failure()).isNull();
            status = heard.take();
        }
        Account account = status.account();
        assertThat(account).isNotNull();
        assertThat(account.balanced()).isTrue();
        List<CallRecord> records = records(library);
        assertThat(records).hasSize((int) status.calls());
        for (CallRecord record : records) {
            assertThat(library.call(record.row().id())).isPresent();
        }
        return new Answers(records, account);
    }

    /// What somebody concludes who has never seen more than what is left.
    private Answers anew(Recording recording) throws Exception {
        heard.clear();
        try (Library library = library(folder.resolve("index" + ++indexes))) {
            resume(library, recording);
            return ready(library);
        }
    }

    private static void assertNothingErasedIsShown(Library library, long first) throws Exception {
        for (CallRecord record : records(library)) {
            assertThat(record.places()).allMatch(place -> place.position() >= first);
            assertThat(library.call(record.row().id())).isPresent();
        }
    }

    private static void retain(Log log, Library library, Recording recording) throws IOException {
        log.retain(HALF, (id, before) -> library.forget(id, before, recording.bytes()));
    }

    @Test
    void concludesOfWhatIsLeftWhatAFreshReadingOfItDoes() throws Exception {
        try (Log log = open(folder.resolve("data"), new LocalDisk())) {
            Recording recording = recorded(log);
            Answers rest;
            try (Library library = library(folder.resolve("index"))) {
                resume(library, recording);
                long before = ready(library).account().packets();
                retain(log, library, recording);
                assertThat(recording.first()).isPositive();
                assertNothingErasedIsShown(library, recording.first());
                rest = ready(library);
                assertThat(rest.account().packets() + log.gone(1).packets()).isEqualTo(before);
            }
            assertThat(rest).isEqualTo(anew(recording));
            heard.clear();
            try (Library library = library(folder.resolve("index"))) {
                assertThat(resume(library, recording).state()).isEqualTo(SourceStatus.State.READY);
                assertThat(records(library)).isEqualTo(rest.records());
            }
        }
    }

    @Test
    void forgetsWhatWasErasedWhileTheSourceGrows() throws Exception {
        try (Log log = open(folder.resolve("data"), new LocalDisk())) {
            Recording recording = log.create("eth0");
            Recorder recorder = recording.record("eth0");
            try (Library library = library(folder.resolve("index"))) {
                library.follow(1, "eth0", recording.open());
                for (String scenario : RECORDED) {
                    record(recorder, scenario);
                    SourceStatus shown = heard.take();
                    while (shown.consumed() + recording.first() < recording.durable()) {
                        shown = heard.take();
                    }
                    retain(log, library, recording);
                    assertNothingErasedIsShown(library, recording.first());
                }
                assertThat(recording.first()).isPositive();
                recorder.close();
                Answers rest = ready(library);
                assertThat(rest).isEqualTo(anew(recording));
            }
        }
    }

    @Test
    void showsNothingOfWhatWasErasedWhereverItWasCutOff() throws Exception {
        for (int step = -1; step < 7; step++) {
            Path data = folder.resolve("data" + step);
            Path index = folder.resolve("cut" + step);
            FaultyDisk disk = new FaultyDisk();
            heard.clear();
            try (Log log = open(data, disk);
                    Library library = library(index)) {
                Recording recording = recorded(log);
                resume(library, recording);
                ready(library);
                cutOff(log, library, recording, disk, step);
            }
            heard.clear();
            try (Log log = open(data, new LocalDisk());
                    Library library = library(index)) {
                Recording recording = (Recording) log.source(1).orElseThrow();
                assertThat(recording.first()).isPositive().isEqualTo(log.gone(1).before());
                resume(library, recording);
                assertNothingErasedIsShown(library, recording.first());
                Answers rest = ready(library);
                assertThat(rest).isEqualTo(anew(recording));
            }
        }
    }

    /// Before anything was forgotten, or after so many files went.
    private static void cutOff(
            Log log, Library library, Recording recording, FaultyDisk disk, int step) {
        try {
            if (step < 0) {
                log.retain(
                        HALF,
                        (_, _) -> {
                            throw new IOException("the process ends");
                        });
            } else {
                disk.dieAfterDeletes(step);
                retain(log, library, recording);
            }
        } catch (IOException died) {
            assertThat(log.gone(1).isNothing()).isFalse();
        }
    }
}
