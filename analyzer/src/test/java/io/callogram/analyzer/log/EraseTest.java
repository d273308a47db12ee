package io.callogram.analyzer.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callogram.capture.file.CaptureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EraseTest {

    private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir private Path folder;
    private Instant now = BEGIN;

    private Log open(Disk disk) throws IOException {
        Settings settings = Settings.STANDARD.withSegmentBytes(10_000);
        return Log.open(folder.resolve("data"), settings, disk, () -> now);
    }

    private Recording recorded(Log log, String name, int packets) throws Exception {
        Recording recording = log.create(name);
        try (Recorder recorder = recording.record(name)) {
            Packets.recordInGroups(recorder, 0, packets, 20);
        }
        return recording;
    }

    private List<Path> files(LogSource source) throws IOException {
        try (Stream<Path> files = Files.walk(source.folder())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void erasesEverythingOfASourceAndNothingElse() throws Exception {
        try (Log log = open(new LocalDisk())) {
            Recording kept = recorded(log, "kept", 100);
            Recording gone = recorded(log, "gone", 100);
            assertThat(log.erase(gone.id())).isTrue();
            assertThat(gone.folder()).doesNotExist();
            assertThat(log.source(gone.id())).isEmpty();
            assertThat(log.erase(gone.id())).isFalse();
            try (CaptureFile capture = kept.capture(folder)) {
                assertThat(Packets.read(capture)).isEqualTo(Packets.numbers(0, 100));
            }
        }
        try (Log log = open(new LocalDisk())) {
            assertThat(log.sources()).extracting(LogSource::id).containsExactly(1);
            assertThat(log.create("next").id()).isEqualTo(3);
        }
    }

    @Test
    void neverShowsHalfOfASourceHoweverTheErasingWasCutOff() throws Exception {
        for (int deletes = 0; deletes < 12; deletes++) {
            FaultyDisk disk = new FaultyDisk();
            int id;
            try (Log log = open(disk)) {
                Recording gone = recorded(log, "gone", 200);
                id = gone.id();
                disk.dieAfterDeletes(deletes);
                try {
                    log.erase(id);
                } catch (IOException died) {
                    assertThat(gone.folder()).exists();
                }
            }
            try (Log log = open(new LocalDisk())) {
                assertThat(log.source(id)).isEmpty();
                assertThat(folder.resolve("data/sources").resolve(SourceFolders.name(id)))
                        .doesNotExist();
            }
        }
    }

    private static final Log.Forgetting NOBODY = (_, _) -> {};

    @Test
    void letsWholeSegmentsGoByTheirAge() throws Exception {
        try (Log log = open(new LocalDisk())) {
            Recording recording = recorded(log, "eth0", 100);
            long end = recording.durable();
            now = BEGIN.plus(Duration.ofDays(10));
            try (Recorder recorder = recording.record("eth0")) {
                Packets.recordInGroups(recorder, 100, 200, 20);
            }
            now = BEGIN.plus(Duration.ofDays(31));
            log.retain(new Retention(Duration.ofDays(30), 0), NOBODY);
            assertThat(recording.first()).isEqualTo(end);
            assertThat(log.gone(1).before()).isEqualTo(end);
            assertThat(log.gone(1).packets()).isEqualTo(100);
            try (CaptureFile capture = recording.capture(folder)) {
                assertThat(Packets.read(capture)).isEqualTo(Packets.numbers(100, 200));
            }
        }
        try (Log log = open(new LocalDisk())) {
            Recording recording = (Recording) log.source(1).orElseThrow();
            assertThat(log.gone(1).packets()).isEqualTo(100);
            assertThat(Verification.of(folder.resolve("data"), (_, _) -> {}).findings()).isEmpty();
            try (CaptureFile capture = recording.capture(folder)) {
                assertThat(Packets.read(capture)).isEqualTo(Packets.numbers(100, 200));
            }
        }
    }

    @Test
    void letsTheOldestSegmentsGoWhenTheyAreTooMany() throws Exception {
        try (Log log = open(new LocalDisk())) {
            Recording recording = recorded(log, "eth0", 500);
            int before = files(recording).size();
            log.retain(new Retention(null, 40_000), NOBODY);
            assertThat(recording.bytes()).isBetween(25_000L, 40_000L);
            assertThat(files(recording)).hasSizeLessThan(before);
            assertThat(recording.durable()).isEqualTo(recording.first() + recording.bytes());
        }
    }

    @Test
    void keepsUploadsHoweverOldTheyAre() throws Exception {
        Path upload = Files.write(folder.resolve("sent"), Packets.packet(1));
        try (Log log = open(new LocalDisk())) {
            Upload kept = log.adopt("a.pcap", upload);
            now = BEGIN.plus(Duration.ofDays(10_000));
            log.retain(new Retention(Duration.ofDays(30), 1), NOBODY);
            assertThat(kept.file()).exists();
        }
    }

    @Test
    void goesOnBehindWhatWentWhenNothingIsLeft() throws Exception {
        long end;
        try (Log log = open(new LocalDisk())) {
            end = recorded(log, "eth0", 100).durable();
            now = BEGIN.plus(Duration.ofDays(31));
            log.retain(new Retention(Duration.ofDays(30), 0), NOBODY);
        }
        try (Log log = open(new LocalDisk())) {
            Recording recording = (Recording) log.source(1).orElseThrow();
            assertThat(recording.first()).isEqualTo(end);
            assertThat(recording.bytes()).isZero();
            try (Recorder recorder = recording.record("eth0")) {
                Packets.recordInGroups(recorder, 100, 150, 20);
            }
            try (CaptureFile capture = recording.capture(folder)) {
                assertThat(Packets.read(capture)).isEqualTo(Packets.numbers(100, 150));
            }
        }
    }

    @Test
    void triesAgainWhenWhatIsConcludedCouldNotBeForgotten() throws Exception {
        try (Log log = open(new LocalDisk())) {
            Recording recording = recorded(log, "eth0", 500);
            Retention small = new Retention(null, 40_000);
            List<Path> all = files(recording);
            assertThatThrownBy(() ->
                            log.retain(
                                    small,
                                    (_, _) -> {
                                        throw new IOException("the index refuses");
                                    }))
                    .hasMessage("the index refuses");
            assertThat(files(recording)).isEqualTo(all);
            log.retain(small, NOBODY);
            assertThat(files(recording)).hasSizeLessThan(all.size());
            long left = recording.segments().stream().mapToLong(s -> s.manifest().packets()).sum();
            assertThat(log.gone(1).packets()).isEqualTo(500 - left);
        }
    }

    @Test
    void endsWhatRetentionBeganHoweverItWasCutOff() throws Exception {
        for (int deletes = 0; deletes < 12; deletes++) {
            FaultyDisk disk = new FaultyDisk();
            int id;
            long first;
            try (Log log = open(disk)) {
                Recording recording = recorded(log, "eth0", 300);
                id = recording.id();
                disk.dieAfterDeletes(deletes);
                try {
                    log.retain(new Retention(null, 20_000), NOBODY);
                } catch (IOException died) {
                    assertThat(log.gone(id).isNothing()).isFalse();
                }
                first = log.gone(id).before();
            }
            try (Log log = open(new LocalDisk())) {
                Recording recording = (Recording) log.source(id).orElseThrow();
                assertThat(recording.first()).isEqualTo(first);
                assertThat(SegmentFolder.names(recording.folder()))
                        .allMatch(name -> name.first() >= first);
                try (Stream<Path> left = Files.list(recording.folder())) {
                    assertThat(left.count()).isEqualTo(2L * recording.segments().size());
                }
                log.erase(id);
            }
        }
    }
}
