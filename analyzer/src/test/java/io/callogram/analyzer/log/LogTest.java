package io.callogram.analyzer.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callogram.capture.file.CaptureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {

    @TempDir private Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private Log open(long segmentBytes) throws IOException {
        Settings settings = Settings.STANDARD.withSegmentBytes(segmentBytes);
        return Log.open(data(), settings, new LocalDisk(), InstantSource.system());
    }

    private List<Long> read(LogSource source) throws IOException {
        try (CaptureFile capture = source.capture(folder)) {
            List<Long> numbers = Packets.read(capture);
            assertThat(capture.troubleCounts()).isEmpty();
            return numbers;
        }
    }

    @Test
    void givesBackWhatItRecordedAcrossSegmentsAndRuns() throws Exception {
        try (Log log = open(20_000)) {
            Recording recording = log.create("eth0");
            try (Recorder recorder = recording.record("eth0, no filter")) {
                Packets.recordInGroups(recorder, 0, 400, 50);
            }
            assertThat(read(recording)).isEqualTo(Packets.numbers(0, 400));
        }
        try (Log log = open(20_000)) {
            Recording recording = (Recording) log.source(1).orElseThrow();
            assertThat(log.name(1)).isEqualTo("eth0");
            assertThat(log.repairs()).isEmpty();
            assertThat(recording.segments()).hasSizeGreaterThan(3).allMatch(Segment::isSealed);
            try (Recorder recorder = recording.record("eth0 again")) {
                Packets.recordInGroups(recorder, 400, 500, 50);
                Packets.record(recorder, 500, 600, 101);
            }
            assertThat(read(recording)).isEqualTo(Packets.numbers(0, 600));
        }
    }

    @Test
    void letsAReaderFollowWhileItIsRecorded() throws Exception {
        try (Log log = open(10_000)) {
            Recording recording = log.create("eth0");
            Recorder recorder = recording.record("eth0");
            CompletableFuture<List<Long>> reading =
                    CompletableFuture.supplyAsync(() -> {
                        try {
                            return read(recording);
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    });
            Packets.recordInGroups(recorder, 0, 500, 7);
            recorder.close();
            assertThat(reading.get(60, TimeUnit.SECONDS)).isEqualTo(Packets.numbers(0, 500));
        }
    }

    @Test
    void canBeOpenedBeforeItsFirstPacket() throws Exception {
        try (Log log = open(10_000)) {
            Recording recording = log.create("eth0");
            try (Recorder recorder = recording.record("eth0");
                    CaptureFile capture = recording.capture(folder)) {
                Packets.recordInGroups(recorder, 0, 3, 3);
                assertThat(Packets.read(capture, 3)).isEqualTo(Packets.numbers(0, 3));
            }
        }
    }

    @Test
    void wakesAReaderThatWaitsWhenItIsClosed() throws Exception {
        try (Log log = open(10_000)) {
            Recording recording = log.create("eth0");
            try (Recorder recorder = recording.record("eth0")) {
                Packets.recordInGroups(recorder, 0, 3, 3);
                CaptureFile capture = recording.capture(folder);
                CompletableFuture<List<Long>> reading =
                        CompletableFuture.supplyAsync(() -> {
                            try {
                                return Packets.read(capture);
                            } catch (IOException closed) {
                                return List.of(-1L);
                            }
                        });
                capture.close();
                assertThat(reading.get(60, TimeUnit.SECONDS)).containsExactly(-1L);
            }
        }
    }

    @Test
    void cutsATornTailAndSaysSo() throws Exception {
        try (Log log = open(1 << 20)) {
            try (Recorder recorder = log.create("eth0").record("eth0")) {
                Packets.recordInGroups(recorder, 0, 100, 10);
            }
        }
        Path segment = segment(1);
        Files.delete(Manifest.beside(segment));
        byte[] half = new byte[61];
        half[0] = 6;
        Files.write(segment, half, StandardOpenOption.APPEND);
        try (Log log = open(1 << 20)) {
            assertThat(log.repairs()).containsExactly(new Repair(segment, 61, 0));
            log.awaitSealing();
            assertThat(log.repairs()).hasSize(1);
            assertThat(read(log.source(1).orElseThrow())).isEqualTo(Packets.numbers(0, 100));
        }
        assertThat(Manifest.read(segment).packets()).isEqualTo(100);
    }

    private Path segment(int index) throws IOException {
        Path source = data().resolve("sources/0000000001");
        return source.resolve(SegmentFolder.names(source).get(index).file());
    }

    @Test
    void adoptsAnUploadWithoutChangingIt() throws Exception {
        byte[] bytes = Packets.packet(77);
        Path upload = Files.write(folder.resolve("sent"), bytes);
        try (Log log = open(1 << 20)) {
            assertThat(log.adopt("a \"call\".pcap\n%", upload).id()).isEqualTo(1);
            assertThat(upload).doesNotExist();
        }
        try (Log log = open(1 << 20)) {
            Upload kept = (Upload) log.source(1).orElseThrow();
            assertThat(log.name(1)).isEqualTo("a \"call\".pcap\n%");
            assertThat(kept.file()).hasBinaryContent(bytes);
            assertThat(Manifest.read(kept.file()).length()).isEqualTo(bytes.length);
        }
    }

    @Test
    void isOpenedByOneAtATime() throws Exception {
        try (Log log = open(1 << 20)) {
            assertThat(log.sources()).isEmpty();
            assertThatThrownBy(() -> open(1 << 20))
                    .isInstanceOf(LogInUse.class)
                    .hasMessageContaining("is in use by another callogram (process ");
        }
        open(1 << 20).close();
    }
}
