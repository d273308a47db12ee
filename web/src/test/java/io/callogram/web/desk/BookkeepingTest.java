package io.callogram.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.log.Entry;
import io.callogram.analyzer.log.Log;
import io.callogram.analyzer.log.Recorded;
import io.callogram.analyzer.log.Recorder;
import io.callogram.analyzer.log.Recording;
import io.callogram.web.api.workbench.CaptureView;
import io.callogram.web.api.workbench.CaptureView.Gap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is known of a capture when the server that captured is gone.
class BookkeepingTest {

    private static final Gap OPEN = new Gap(10, -1, -1, false);
    private static final Gap OVER = new Gap(10, 20, 7, true);
    private static final Gap LATER = new Gap(30, 40, 5, true);

    @TempDir private Path folder;
    private int id;

    /// Three packets are stored.
    @BeforeEach
    void record() throws Exception {
        try (Log log = Log.open(folder)) {
            id = log.create("eth0").id();
            Recorder recorder =
                    ((Recording) log.source(id).orElseThrow()).record("eth0 · port 5060");
            for (int i = 0; i < 3; i++) {
                recorder.frame(i, 1, 60, new byte[60], 0, 60);
            }
            recorder.close();
        }
    }

    private static CaptureView view(long received, long kernel, long queue, List<Gap> gaps) {
        TreeMap<String, Long> dropped = new TreeMap<>();
        dropped.put("kernel", kernel);
        dropped.put("queue", queue);
        return new CaptureView(
                CaptureView.Kind.LIVE,
                "eth0 · port 5060",
                CaptureView.State.CAPTURING,
                received,
                received - kernel - queue,
                0,
                dropped,
                2,
                11,
                gaps,
                0,
                0,
                true,
                null);
    }

    private interface Keeps {
        void with(Bookkeeping books) throws IOException;
    }

    /// What a server shows that is started after one that kept books.
    private CaptureView after(Keeps keeps) throws Exception {
        try (Log log = Log.open(folder)) {
            keeps.with(new Bookkeeping(log, id));
        }
        try (Desk desk = Desk.open(folder, Rulebook.STANDARD)) {
            DeskTest.awaitReading(desk, id);
            assertThat(desk.source(id).orElseThrow().account().packets()).isEqualTo(3);
            return Objects.requireNonNull(desk.source(id).orElseThrow().capture());
        }
    }

    private long entries() throws IOException {
        try (Log log = Log.open(folder)) {
            return log.journal().records().stream()
                    .map(Recorded::entry)
                    .filter(entry ->
                            entry instanceof Entry.CaptureCounted
                                    || entry instanceof Entry.CaptureGap)
                    .count();
        }
    }

    @Test
    void saysWhereEveryPacketWentAfterARestart() throws Exception {
        CaptureView known =
                after(books -> {
                    books.keep(view(0, 0, 0, List.of()), false);
                    books.keep(view(10, 1, 0, List.of(OPEN)), false);
                    books.keep(view(10, 5, 2, List.of(OVER, LATER)), true);
                });
        assertThat(known.state()).isEqualTo(CaptureView.State.ENDED);
        assertThat(known.what()).isEqualTo("eth0 · port 5060");
        assertThat(known.complete()).isTrue();
        assertThat(known.received()).isEqualTo(10);
        assertThat(known.stored()).isEqualTo(3);
        assertThat(known.dropped()).containsEntry("kernel", 5L).containsEntry("queue", 2L);
        assertThat(known.lostBefore()).isEqualTo(2);
        assertThat(known.filtered()).isEqualTo(11);
        assertThat(known.gaps()).containsExactly(OVER, LATER);
        assertThat(known.missed()).isEqualTo(12);
    }

    @Test
    void countsWhatIsStoredWhenTheServerEndedBeforeTheCapture() throws Exception {
        CaptureView known =
                after(books -> {
                    books.keep(view(0, 0, 0, List.of()), false);
                    books.keep(view(2, 1, 0, List.of(OPEN)), false);
                });
        assertThat(known.complete()).isFalse();
        assertThat(known.stored()).isEqualTo(3);
        assertThat(known.received()).isEqualTo(4);
        assertThat(known.dropped()).containsEntry("kernel", 1L);
        assertThat(known.gaps()).containsExactly(OPEN);
    }

    @Test
    void writesAnEndlessLossDownNowAndThen() throws Exception {
        try (Log log = Log.open(folder)) {
            Bookkeeping books = new Bookkeeping(log, id);
            for (int lost = 0; lost <= 100_000; lost++) {
                books.keep(view(lost, lost, 0, List.of(OVER)), false);
            }
            books.keep(view(100_001, 100_001, 0, List.of(OVER)), true);
            books.keep(view(100_002, 100_002, 0, List.of(OVER)), true);
        }
        assertThat(entries()).isBetween(50L, 150L);
        try (Log log = Log.open(folder)) {
            Entry.CaptureCounted last =
                    Objects.requireNonNull(log.captured(id).orElseThrow().counted());
            assertThat(last.received()).isEqualTo(100_001);
            assertThat(last.last()).isTrue();
        }
    }

    @Test
    void keepsTheLastGapsAndTheSumOfTheOthers() throws Exception {
        try (Log log = Log.open(folder)) {
            Bookkeeping books = new Bookkeeping(log, id);
            for (int i = 0; i < 130; i++) {
                books.keep(view(0, 0, 0, List.of(new Gap(i, i + 1, 2, false))), false);
            }
        }
        CaptureView known = after(books -> {});
        assertThat(known.gaps()).hasSize(100);
        assertThat(known.gaps().getLast()).isEqualTo(new Gap(129, 130, 2, false));
        assertThat(known.earlierGaps()).isEqualTo(30);
        assertThat(known.missed()).isEqualTo(260);
    }
}
