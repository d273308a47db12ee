package io.callogram.analyzer.flow.hint;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.golden.Replay;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Real stacks that understand each other are not warned about.
class RecordedHintsTest {

    /// Scenarios recorded because something goes wrong in them.
    private static final Set<String> TROUBLED =
            Set.of(
                    "recorded/answer-never-acknowledged",
                    "recorded/blind-transfer-failed",
                    "recorded/dead-contact",
                    "recorded/dead-proxy",
                    "recorded/options-ping",
                    "recorded/register-wrong-password",
                    "recorded/three-way-ended-by-host");

    @TempDir Path folder;

    static List<Scenario> scenarios() {
        return Scenarios.all().stream()
                .filter(scenario -> scenario.name().startsWith("recorded/"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void areWarnedAboutOnlyWhenInTrouble(Scenario scenario) throws IOException {
        boolean warned = false;
        for (Call call : Replay.of(scenario, folder).calls()) {
            for (Hint hint : Findings.of(call).hints()) {
                warned |= hint.kind().severity() == Severity.WARNING;
            }
        }
        assertThat(warned).as(scenario.name()).isEqualTo(TROUBLED.contains(scenario.name()));
    }
}
