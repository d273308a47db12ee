package io.callogram.analyzer.log;

import static org.assertj.core.api.Assertions.assertThat;

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
            assertThat(log.retain(new Retention(Duration.ofDays(30), 0))).isEmpty();
            assertThat(recording.first()).isEqualTo(end);
            try (CaptureFile capture = recording.capture(folder)) {
                assertThat(Packets.read(capture)).isEqualTo(Packets.numbers(100, 200));
            }
        }
        try (Log log = open(new LocalDisk())) {
            Recording recording = (Recording) log.source(1).orElseThrow();
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
            log.retain(new Retention(null, 40_000));
            assertThat(recording.bytes()).isBetween(25_000L, 40_000L);
            assertThat(files(recording)).hasSizeLessThan(before);
            assertThat(recording.durable()).isEqualTo(recording.first() + recording.bytes());
        }
    }

    @Test
    void letsAnUploadGoAsAWhole() throws Exception {
        Path upload = Files.write(folder.resolve("sent"), Packets.packet(1));
        try (Log log = open(new LocalDisk())) {
            Upload kept = log.adopt("a.pcap", upload);
            Retention month = new Retention(Duration.ofDays(30), 0);
            now = BEGIN.plus(Duration.ofDays(29));
            assertThat(log.retain(month)).isEmpty();
            now = BEGIN.plus(Duration.ofDays(31));
            assertThat(log.retain(month)).containsExactly(kept.id());
            assertThat(kept.folder()).doesNotExist();
        }
    }
}
