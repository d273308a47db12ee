package io.callogram.analyzer.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.golden.Replay;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoryTest {

    @TempDir Path folder;

    static List<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void leavesNoPlaceholderEmpty(Scenario scenario) throws IOException {
        for (Call call : Replay.of(scenario, folder).calls()) {
            for (Language language : Language.values()) {
                Story story = Story.of(Findings.of(call), language);
                assertThat(story.title() + story.summary()).doesNotContain("{");
                for (Step step : story.steps()) {
                    assertThat(step.text() + step.why())
                            .as("(%s) of %s", step.number(), scenario.name())
                            .doesNotContain("{")
                            .doesNotContain("  ");
                    assertThat(step.text()).matches("(?s).*[.。）)]$");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void tellsEveryMessageOnceByItsNumber(Scenario scenario) throws IOException {
        for (Call call : Replay.of(scenario, folder).calls()) {
            List<Integer> numbers = call.messages().stream().map(CallMessage::number).toList();
            for (Language language : Language.values()) {
                Story story = Story.of(Findings.of(call), language);
                assertThat(story.steps().stream().map(Step::message).filter(n -> n > 0))
                        .containsExactlyElementsOf(numbers);
            }
        }
    }

    @Test
    void saysThatTheCallGoesOnAsLongAsMoreIsCaptured() throws IOException {
        Scenario scenario = Scenarios.named("corner/ends-mid-call");
        Findings ended = Findings.of(Replay.of(scenario, folder).calls().getFirst());
        assertThat(last(ended, Language.EN)).startsWith("Nothing more was captured");
        assertThat(last(ended.soFar(), Language.EN))
                .isEqualTo("The call goes on, and so does the capture.");
        assertThat(last(ended.soFar(), Language.ZH)).isEqualTo("呼叫仍在进行，抓包也在继续。");
        assertThat(ended.hints()).hasSize(1);
        assertThat(ended.soFar().hints()).isEmpty();
    }

    private static String last(Findings findings, Language language) {
        return Story.of(findings, language).steps().getLast().text();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void tellsTheSameInBothLanguages(Scenario scenario) throws IOException {
        for (Call call : Replay.of(scenario, folder).calls()) {
            Findings findings = Findings.of(call);
            List<String> english = keys(Story.of(findings, Language.EN));
            assertThat(keys(Story.of(findings, Language.ZH))).isEqualTo(english);
        }
    }

    private static List<String> keys(Story story) {
        return story.steps().stream().map(step -> step.number() + " " + step.key()).toList();
    }
}
