package io.callogram.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.samples.scenario.Scenarios;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

    @TempDir private Path folder;

    private String capture(String scenario) throws Exception {
        Path file = folder.resolve(scenario.replace('/', '-'));
        try (InputStream in = Scenarios.named(scenario).capture()) {
            Files.copy(in, file);
        }
        return file.toString();
    }

    private String compared(String... arguments) throws Exception {
        Path out = folder.resolve("out");
        List<String> all = new ArrayList<>(List.of("compare", "--out", out.toString()));
        all.addAll(List.of(arguments));
        assertThat(Main.run(all.toArray(String[]::new))).isZero();
        return Files.readString(out);
    }

    @Test
    void holdsACallAgainstTheShapeOfItsFlow() throws Exception {
        assertThat(compared(capture("recorded/call-released-by-callee")))
                .startsWith("Both take the same course, message for message.\n")
                .contains("A = 1001");
    }

    @Test
    void holdsACallAgainstAnotherOfAnotherCapture() throws Exception {
        String busy = capture("failure/busy");
        String answered = capture("call/through-proxy");
        assertThat(compared(busy, answered, "--with", "number:1002"))
                .contains("where the other call has 180 Ringing");
        assertThat(compared(busy, answered, "--with", "number:1002", "--lang", "zh"))
                .contains("而另一呼叫是 180 Ringing");
        assertThat(compared(busy, answered, "--with", "number:1002", "--format", "json"))
                .contains("\"kind\":\"different\"")
                .contains("\"flow\":null");
    }

    @Test
    void asksWhichCallOfTheSecondCapture() throws Exception {
        String busy = capture("failure/busy");
        assertThat(Main.run("compare", busy, busy)).isEqualTo(Main.WRONG_USAGE);
    }

    @Test
    void failsWhereThereIsNoCall() throws Exception {
        String busy = capture("failure/busy");
        assertThat(Main.run("compare", busy, "--call", "number:999999")).isEqualTo(Main.FAILED);
    }
}
