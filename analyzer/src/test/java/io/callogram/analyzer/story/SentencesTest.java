package io.callogram.analyzer.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.flow.FlowKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)\\}");

    @Test
    void hasTheSameKeysInBothLanguages() {
        assertThat(Sentences.of(Language.EN).all().keySet())
                .isEqualTo(Sentences.of(Language.ZH).all().keySet())
                .hasSizeGreaterThan(400);
    }

    @Test
    void namesTheSameValuesInBothLanguages() {
        Map<String, String> chinese = Sentences.of(Language.ZH).all();
        Sentences.of(Language.EN)
                .all()
                .forEach((key, english) ->
                        assertThat(placeholders(chinese.get(key)))
                                .as(key)
                                .isEqualTo(placeholders(english)));
    }

    private static List<String> placeholders(String sentence) {
        List<String> names = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(sentence);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names.stream().distinct().sorted().toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void namesEveryFlowOutcomeAndKind(Language language) {
        Sentences sentences = Sentences.of(language);
        for (FlowKind kind : FlowKind.values()) {
            assertThat(sentences.has("F." + kind.slug())).as(kind.slug()).isTrue();
        }
        for (Outcome outcome : Outcome.values()) {
            assertThat(sentences.has("O." + outcome.slug())).as(outcome.slug()).isTrue();
        }
        for (CallKind kind : CallKind.values()) {
            assertThat(sentences.has("K." + kind.slug())).as(kind.slug()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void leavesNoValueToBeReadAsAPlaceholder(Language language) {
        String text =
                Sentences.of(language).text("T.100.again", Map.of("src", "{dst}", "dst", "never"));
        assertThat(text).contains("{dst}").doesNotContain("never");
    }
}
