package io.callogram.analyzer.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.file.CaptureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Any bit that turns is found, and costs one packet at most.
class BitRotTest {

    private static final int PACKETS = 20_000;
    private static final int FLIPS = 300;

    @TempDir private Path folder;

    @Test
    void costsOnePacketAtMostAndIsFound() throws Exception {
        Path data = folder.resolve("data");
        Settings settings = Settings.STANDARD.withSegmentBytes(300_000);
        try (Log log = Log.open(data, settings, new LocalDisk(), InstantSource.system())) {
            try (Recorder recorder = log.create("eth0").record("eth0")) {
                Packets.recordInGroups(recorder, 0, PACKETS, 1000);
            }
        }
        assertThat(Verification.of(data, (_, _) -> {}).findings()).isEmpty();
        Path source = data.resolve("sources/0000000001");
        List<SegmentName> segments = SegmentFolder.names(source);
        Random random = new Random(9);
        for (int flip = 0; flip < FLIPS; flip++) {
            SegmentName name = segments.get(random.nextInt(segments.size()));
            Path file = source.resolve(name.file());
            byte[] whole = Files.readAllBytes(file);
            byte[] rotten = whole.clone();
            int bit = random.nextInt(flip % 10 == 0 ? name.header().length * 8 : whole.length * 8);
            rotten[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, rotten);
            FileCheck check = FileCheck.segment(file, name, false);
            assertThat(check.findings()).as("bit %d", bit).isNotEmpty();
            assertThat(check.packets()).isGreaterThanOrEqualTo(Manifest.read(file).packets() - 1);
            if (flip % 10 == 0) {
                assertThat(read(data))
                        .as("bit %d of %s", bit, name)
                        .isGreaterThanOrEqualTo(PACKETS - 1);
            }
            Files.write(file, whole);
        }
    }

    private int read(Path data) throws IOException {
        try (Log log = Log.open(data);
                CaptureFile capture = log.source(1).orElseThrow().capture(folder)) {
            return Packets.read(capture).size();
        }
    }

    @Test
    void findsWhatIsMissingAltogether() throws Exception {
        Path data = folder.resolve("data");
        Settings settings = Settings.STANDARD.withSegmentBytes(20_000);
        Path upload = Files.write(folder.resolve("sent"), Packets.packet(5));
        try (Log log = Log.open(data, settings, new LocalDisk(), InstantSource.system())) {
            try (Recorder recorder = log.create("eth0").record("eth0")) {
                Packets.recordInGroups(recorder, 0, 500, 50);
            }
            log.adopt("a.pcap", upload);
        }
        Path source = data.resolve("sources/0000000001");
        SegmentName second = SegmentFolder.names(source).get(1);
        Files.delete(source.resolve(second.file()));
        Files.write(data.resolve("sources/0000000002/upload.capture"), Packets.packet(6));
        Verification.Report report = Verification.of(data, (_, _) -> {});
        assertThat(report.findings())
                .extracting(Finding::sentence)
                .anyMatch(sentence -> sentence.endsWith("bytes that are gone"))
                .contains("is not what was uploaded: its SHA-256 differs");
        assertThat(report.isWhole()).isFalse();
        assertThat(read(data)).isBetween(300, 450);
    }
}
