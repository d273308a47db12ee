package io.callogram.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    @TempDir private Path folder;

    private String capture(String scenario) throws Exception {
        Scenario found =
                Scenarios.all().stream()
                        .filter(each -> each.name().equals(scenario))
                        .findFirst()
                        .orElseThrow();
        Path file = folder.resolve("capture");
        try (InputStream capture = found.capture()) {
            Files.copy(capture, file);
        }
        return file.toString();
    }

    @Test
    void holdsWhenACallMatchesEveryExpression() throws Exception {
        assertThat(
                        Main.run(
                                "check",
                                capture("recorded/call-released-by-callee"),
                                "--expect",
                                "flow:call-setup and flow:release",
                                "no flow:hold",
                                "--expect-all",
                                "kind:call"))
                .isZero();
    }

    @Test
    void failsWhenOneExpressionDoesNotHold() throws Exception {
        String capture = capture("recorded/call-released-by-callee");
        assertThat(Main.run("check", capture, "--expect", "flow:release", "flow:hold"))
                .isEqualTo(Main.NOT_HELD);
        assertThat(Main.run("check", capture, "--expect-all", "not flow:release"))
                .isEqualTo(Main.NOT_HELD);
    }

    @Test
    void refusesWhatItCannotRead() throws Exception {
        String capture = capture("recorded/call-released-by-callee");
        assertThat(Main.run("check", capture, "--expect", "flow:bussy"))
                .isEqualTo(Main.WRONG_USAGE);
        assertThat(Main.run("check", capture)).isEqualTo(Main.WRONG_USAGE);
        Path text = Files.writeString(folder.resolve("text"), "not a capture");
        assertThat(Main.run("check", text.toString(), "--expect", "flow:release"))
                .isEqualTo(Main.FAILED);
    }
}
