package io.callogram.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.samples.scenario.Scenarios;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdFileTest {
    @TempDir private Path folder;

    private int check(String thresholds, String expression) throws Exception {
        Path capture = folder.resolve("capture");
        try (InputStream in = Scenarios.named("recorded/call-released-by-caller").capture()) {
            Files.copy(in, capture);
        }
        Path file = Files.writeString(folder.resolve("thresholds"), thresholds);
        return Main.run(
                "check",
                capture.toString(),
                "--thresholds",
                file.toString(),
                "--expect",
                expression);
    }

    @Test
    void changesWhatIsConcluded() throws Exception {
        assertThat(check("# as they are", "hint:short-talk")).isEqualTo(Main.NOT_HELD);
        Files.delete(folder.resolve("capture"));
        assertThat(check("shortTalk = 900 s # for each", "hint:short-talk")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "noAnswerRing 10 s | line 1: expected 'name = value'",
                "noAnswerRing = 10 min | line 1: expected 'name = value'",
                "noAnswerRing = 10 | line 1: noAnswerRing needs a unit, ms or s",
                "waitingDialogs = 3 s | line 1: waitingDialogs is a number without a unit",
                "patience = 3 s | line 1: there is no threshold patience",
                "perKind = 3\\nperKind = 4 | line 2: perKind is there twice",
            })
    void saysWhatItCannotRead(String text, String sentence) throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThat(check(text.replace("\\n", "\n"), "kind:call")).isEqualTo(Main.WRONG_USAGE);
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(sentence);
    }
}
