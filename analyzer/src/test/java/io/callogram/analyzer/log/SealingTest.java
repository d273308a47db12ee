package io.callogram.analyzer.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.file.CaptureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

    @TempDir private Path folder;

    private Log open() throws IOException {
        // Late enough for every test that does not ask for it.
        Settings settings =
                Settings.STANDARD.withSegmentBytes(10_000).withSealAfter(Duration.ofDays(1));
        return Log.open(folder.resolve("data"), settings, new LocalDisk(), InstantSource.system());
    }

    /// Several segments, all sealed.
    private List<Segment> recorded() throws Exception {
        try (Log log = open()) {
            Recording recording = log.create("eth0");
            try (Recorder recorder = recording.record("eth0")) {
                Packets.recordInGroups(recorder, 0, 500, 20);
            }
            return recording.segments();
        }
    }

    @Test
    void writesWhatTheSegmentHoldsBesideIt() throws Exception {
        List<Segment> segments = recorded();
        assertThat(segments).hasSizeGreaterThan(3).allMatch(Segment::isSealed);
        for (Segment segment : segments) {
            Manifest manifest = Manifest.read(segment.file());
            assertThat(manifest.sha256()).isEqualTo(Digest.of(segment.file(), Long.MAX_VALUE));
            assertThat(manifest.length()).isEqualTo(Files.size(segment.file()));
            assertThat(manifest.suspect()).isFalse();
        }
        long packets = segments.stream().mapToLong(s -> s.manifest().packets()).sum();
        assertThat(packets).isEqualTo(500);
    }

    @Test
    void givesTheSameManifestAtTheNextOpeningWhenItCouldNotBeWritten() throws Exception {
        List<Segment> segments = recorded();
        for (int gone = 0; gone < segments.size(); gone++) {
            Segment segment = segments.get(gone);
            Manifest before = Manifest.read(segment.file());
            Files.delete(Manifest.beside(segment.file()));
            try (Log log = open()) {
                log.awaitSealing();
                Manifest after = Manifest.read(segment.file());
                assertThat(after.sha256()).isEqualTo(before.sha256());
                assertThat(after.packets()).isEqualTo(before.packets());
                assertThat(after.firstTime()).isEqualTo(before.firstTime());
                assertThat(after.lastTime()).isEqualTo(before.lastTime());
                assertThat(log.repairs()).allMatch(repair -> repair.cut() == 0);
            }
        }
    }

    @Test
    void keepsThePlaceOfWhatWentBadBeforeTheManifestWasWritten() throws Exception {
        List<Segment> segments = recorded();
        Segment ended = segments.get(2);
        Files.delete(Manifest.beside(ended.file()));
        byte[] bytes = Files.readAllBytes(ended.file());
        bytes[bytes.length - 40] ^= 1;
        Files.write(ended.file(), bytes);
        try (Log log = open()) {
            Recording recording = (Recording) log.source(1).orElseThrow();
            assertThat(recording.segments().get(2).length()).isEqualTo(ended.length());
            log.awaitSealing();
            assertThat(log.repairs())
                    .singleElement()
                    .satisfies(repair -> {
                        assertThat(repair.cut()).isZero();
                        assertThat(repair.holes()).isOne();
                    });
            try (CaptureFile capture = recording.capture(folder)) {
                assertThat(Packets.read(capture)).hasSize(499);
            }
        }
    }

    @Test
    void isOpenBeforeItHasReadWhatWasLeftUnsealed() throws Exception {
        List<Segment> segments = recorded();
        for (Segment segment : segments) {
            Files.delete(Manifest.beside(segment.file()));
        }
        try (Log log = open()) {
            Recording recording = (Recording) log.source(1).orElseThrow();
            assertThat(recording.segments()).noneMatch(Segment::isSealed);
            try (CaptureFile capture = recording.capture(folder)) {
                assertThat(Packets.read(capture)).isEqualTo(Packets.numbers(0, 500));
            }
            try (Recorder recorder = recording.record("eth0 again")) {
                Packets.recordInGroups(recorder, 500, 600, 20);
            }
        }
        // Closed before its sealing began: the next opening has all of it to do.
        assertThat(segments).noneMatch(segment -> Files.exists(Manifest.beside(segment.file())));
        try (Log log = open()) {
            log.awaitSealing();
            Recording recording = (Recording) log.source(1).orElseThrow();
            assertThat(recording.segments())
                    .hasSizeGreaterThan(segments.size())
                    .allMatch(Segment::isSealed);
            for (Segment segment : segments) {
                assertThat(Manifest.read(segment.file()).sha256())
                        .isEqualTo(segment.manifest().sha256());
            }
            try (CaptureFile capture = recording.capture(folder)) {
                assertThat(Packets.read(capture)).isEqualTo(Packets.numbers(0, 600));
            }
        }
    }

    @Test
    void cutsWhatAnEndedSegmentHoldsBeyondWhatWasAcknowledged() throws Exception {
        Segment ended = recorded().get(1);
        Files.delete(Manifest.beside(ended.file()));
        Files.write(ended.file(), new byte[44], StandardOpenOption.APPEND);
        try (Log log = open()) {
            log.awaitSealing();
            assertThat(log.repairs()).containsExactly(new Repair(ended.file(), 44, 0));
            assertThat(Files.size(ended.file())).isEqualTo(ended.length());
        }
    }

    @Test
    void leavesNothingOfASourceThatIsErasedBeforeItIsSealed() throws Exception {
        Path source = recorded().getFirst().file().resolveSibling("");
        for (SegmentName name : SegmentFolder.names(source)) {
            Files.delete(Manifest.beside(source.resolve(name.file())));
        }
        try (Log log = open()) {
            assertThat(log.erase(1)).isTrue();
            log.awaitSealing();
            assertThat(source).doesNotExist();
        }
    }

    @Test
    void suspectsASegmentThatTheDiskGivesBackDifferently() throws Exception {
        Segment segment = recorded().get(1);
        long packets = segment.manifest().packets();
        Unsealed unsealed = new Unsealed(segment, packets, Instant.EPOCH, false);
        unsealed.seal(new LocalDisk(), () -> {});
        assertThat(Manifest.read(segment.file()).suspect()).isFalse();
        byte[] otherwise = Files.readAllBytes(segment.file());
        otherwise[otherwise.length - 40] ^= 1;
        Files.write(segment.file(), otherwise);
        unsealed.seal(new LocalDisk(), () -> {});
        assertThat(Manifest.read(segment.file()).packets()).isEqualTo(packets);
        assertThat(Manifest.read(segment.file()).suspect()).isTrue();
    }
}
