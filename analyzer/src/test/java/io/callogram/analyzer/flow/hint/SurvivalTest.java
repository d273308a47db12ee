package io.callogram.analyzer.flow.hint;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.Folded;
import io.callogram.analyzer.golden.Groups;
import io.callogram.analyzer.golden.Replay;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Captures lose, repeat and reorder messages: whatever is left, something true is concluded.
class SurvivalTest {

    private static final int ROUNDS = 6;

    @TempDir Path folder;

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void concludesFromWhateverIsLeftOfAScenario(Scenario scenario) throws IOException {
        List<Call> calls = Replay.of(scenario, folder).calls();
        Random random = new Random(scenario.name().hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            List<List<Seen>> damaged = new ArrayList<>();
            for (List<Seen> group : Groups.byCallId(calls)) {
                damaged.add(damaged(group, random));
            }
            for (Call call : Folded.callsOf(damaged)) {
                for (Hint hint : Findings.of(call).hints()) {
                    assertThat(hint.evidence())
                            .isSorted()
                            .doesNotHaveDuplicates()
                            .isNotEmpty()
                            .allMatch(number -> number >= 1 && number <= call.messages().size());
                    assertThat(hint.values()).containsOnlyKeys(hint.kind().names());
                }
            }
        }
    }

    private static List<Seen> damaged(List<Seen> group, Random random) {
        List<Seen> left = new ArrayList<>(group);
        for (int i = left.size() / 4; i >= 0 && left.size() > 1; i--) {
            Seen taken = left.remove(random.nextInt(left.size()));
            if (random.nextBoolean()) {
                left.add(random.nextInt(left.size() + 1), taken);
            }
        }
        return left;
    }
}
