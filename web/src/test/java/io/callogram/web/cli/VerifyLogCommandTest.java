package io.callogram.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.log.Log;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyLogCommandTest {

    @TempDir private Path folder;

    private int verified() {
        return Main.run("verify-log", "--data", folder.resolve("data").toString());
    }

    @Test
    void saysByItsStatusWhetherAnythingWasLost() throws Exception {
        Path upload = Files.writeString(folder.resolve("sent"), "a capture");
        Path kept;
        try (Log log = Log.open(folder.resolve("data"))) {
            kept = log.adopt("a.pcap", upload).file();
            assertThat(verified()).isZero();
        }
        assertThat(verified()).isZero();
        Files.writeString(kept, "a Capture");
        assertThat(verified()).isEqualTo(Main.FAILED);
    }

    @Test
    void failsWhereThereIsNoLog() {
        assertThat(verified()).isEqualTo(Main.FAILED);
    }
}
