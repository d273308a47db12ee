package io.callogram.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeCommandTest {

    @TempDir private Path folder;

    @Test
    void takesACaptureAsSngrepDoes() throws Exception {
        Scenario found =
                Scenarios.all().stream()
                        .filter(each -> each.name().equals("corner/hep-correlation"))
                        .findFirst()
                        .orElseThrow();
        Path file = folder.resolve("a.pcap");
        try (InputStream capture = found.capture()) {
            Files.copy(capture, file);
        }
        Path one = folder.resolve("one.json");
        Path other = folder.resolve("other.json");
        String json = "--format=json";
        assertThat(Main.run("analyze", json, "--out", one.toString(), file.toString())).isZero();
        assertThat(Main.run("analyze", json, "--out", other.toString(), "-I", file.toString()))
                .isZero();
        assertThat(other).hasSameTextualContentAs(one);
        assertThat(one).content().contains("\"kind\":\"hep-correlation\"");
        assertThat(Main.run("analyze", json)).isEqualTo(Main.WRONG_USAGE);
    }
}
