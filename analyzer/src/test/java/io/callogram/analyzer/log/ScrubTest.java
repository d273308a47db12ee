package io.callogram.analyzer.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ScrubTest {

    @TempDir private Path folder;

    @Test
    @Timeout(60)
    void findsWhatTheDiskHasForgotten() throws Exception {
        Path upload = Files.write(folder.resolve("sent"), Packets.packet(5));
        try (Log log = Log.open(folder.resolve("data"))) {
            try (Recorder recorder = log.create("eth0").record("eth0")) {
                Packets.recordInGroups(recorder, 0, 50, 50);
            }
            Upload kept = log.adopt("a.pcap", upload);
            try (Scrub scrub = log.scrub(Duration.ofMillis(1))) {
                long once = 0;
                for (LogSource source : log.sources()) {
                    once += source.bytes();
                }
                while (scrub.checked() < once) {
                    Thread.onSpinWait();
                }
                assertThat(scrub.findings()).isEmpty();
                Files.write(kept.file(), Packets.packet(6));
                while (scrub.findings().isEmpty()) {
                    Thread.onSpinWait();
                }
                assertThat(scrub.findings().getFirst().file()).isEqualTo(kept.file());
            }
        }
    }
}
