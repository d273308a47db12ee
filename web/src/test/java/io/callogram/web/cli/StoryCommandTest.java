package io.callogram.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryCommandTest {

    @TempDir private Path folder;

    private String capture = "";

    @BeforeEach
    void copyCapture() throws Exception {
        Scenario found =
                Scenarios.all().stream()
                        .filter(each -> each.name().equals("recorded/call-released-by-callee"))
                        .findFirst()
                        .orElseThrow();
        Path file = folder.resolve("capture");
        try (InputStream in = found.capture()) {
            Files.copy(in, file);
        }
        capture = file.toString();
    }

    private String told(String... options) throws Exception {
        Path out = folder.resolve("out");
        String[] arguments = new String[options.length + 4];
        arguments[0] = "story";
        arguments[1] = capture;
        System.arraycopy(options, 0, arguments, 2, options.length);
        arguments[options.length + 2] = "--out";
        arguments[options.length + 3] = out.toString();
        assertThat(Main.run(arguments)).isZero();
        return Files.readString(out);
    }

    @Test
    void tellsACallInBothLanguages() throws Exception {
        assertThat(told()).contains("(1) 1001 starts a call: INVITE to the Proxy for 1002");
        assertThat(told("--lang", "zh")).contains("(1) 1001 发起呼叫：向 Proxy 发送 INVITE，被叫 1002");
    }

    @Test
    void givesEveryStepItsNumberInJson() throws Exception {
        assertThat(told("--format", "json", "--call", "number:1002"))
                .contains("{\"number\":\"3\",\"message\":3,")
                .contains("{\"number\":\"M1\",\"message\":null,");
    }

    @Test
    void letsNothingFromTheWireBecomeMarkup() throws Exception {
        assertThat(told("--format", "markdown"))
                .startsWith("# Basic call\n")
                .contains("**(M1)** Media is connected");
    }
}
