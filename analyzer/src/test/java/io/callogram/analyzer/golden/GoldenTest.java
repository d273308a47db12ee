package io.callogram.analyzer.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.ladder.LadderLayout;
import io.callogram.analyzer.ladder.TextLadder;
import io.callogram.analyzer.story.Language;
import io.callogram.analyzer.story.Story;
import io.callogram.analyzer.story.TextStory;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is said about every scenario, held against what was said before. `-Dgolden=update`
/// rewrites.
class GoldenTest {
    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

    @TempDir Path folder;

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void saysAboutAScenarioWhatItsGoldenFilesSay(Scenario scenario) throws IOException {
        Replay replay = Replay.of(scenario, folder);
        List<Call> calls = replay.calls();
        check(scenario, "calls.golden", CallsText.of(replay.account(), calls));
        check(
                scenario,
                "ladder.golden",
                each(calls, call -> TextLadder.draw(LadderLayout.of(call))));
        check(scenario, "story.en.golden", each(calls, call -> told(call, Language.EN)));
        check(scenario, "story.zh.golden", each(calls, call -> told(call, Language.ZH)));
        check(scenario, "events.golden", each(calls, EventsText::of));
        check(scenario, "classification.golden", each(calls, ClassificationText::of));
    }

    private static String told(Call call, Language language) {
        return TextStory.draw(Story.of(Findings.of(call), language));
    }

    private static String each(List<Call> calls, Function<Call, String> text) {
        StringBuilder out = new StringBuilder();
        for (Call call : calls) {
            out.append(out.isEmpty() ? "" : "\n")
                    .append(CallsText.title(call))
                    .append("\n\n")
                    .append(text.apply(call));
        }
        return out.toString();
    }

    private static void check(Scenario scenario, String file, String text) throws IOException {
        if (UPDATE) {
            Files.writeString(scenario.sourceFolder().orElseThrow().resolve(file), text);
        }
        assertThat(scenario.golden(file))
                .as("%s of %s (-Dgolden=update writes it)", file, scenario.name())
                .hasValue(text);
    }
}
