package io.callogram.analyzer.flow.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two sentences for every diagnostic, in both languages.
class HintTextTest {

    @ParameterizedTest
    @EnumSource(HintKind.class)
    void mentionsEveryValueAndNothingElse(HintKind kind) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            HintText template = HintText.template(kind, locale);
            assertThat(named(template.meaning() + template.advice()))
                    .as("%s in %s", kind.slug(), locale)
                    .containsExactlyElementsOf(new TreeSet<>(kind.names()));
            assertThat(template.meaning()).isNotBlank();
            assertThat(template.advice()).isNotBlank();
        }
    }

    private static TreeSet<String> named(String template) {
        TreeSet<String> names = new TreeSet<>();
        for (int at = template.indexOf('{'); at >= 0; at = template.indexOf('{', at + 1)) {
            names.add(template.substring(at + 1, template.indexOf('}', at)));
        }
        return names;
    }

    @ParameterizedTest
    @EnumSource(HintKind.class)
    void isFilledWithTheValuesOfTheHint(HintKind kind) {
        Map<String, String> values = new LinkedHashMap<>();
        kind.names().forEach(name -> values.put(name, "{node} $1 \\"));
        Hint hint = new Hint(kind, List.of(1), values);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            HintText text = HintText.of(hint, locale);
            assertThat((text.meaning() + text.advice()).replace("{node} $1 \\", ""))
                    .doesNotContain("{", "}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void knowsNoKindThatDoesNotExist(String language) {
        String bundle = HintText.class.getPackageName() + ".hints";
        assertThat(ResourceBundle.getBundle(bundle, Locale.of(language)).keySet())
                .hasSize(2 * HintKind.values().length);
    }

    @ParameterizedTest
    @EnumSource(HintKind.class)
    void isChineseInChinese(HintKind kind) {
        assertThat(HintText.template(kind, Locale.CHINESE).meaning())
                .matches(text -> text.codePoints().anyMatch(Character::isIdeographic));
        assertThat(HintText.template(kind, Locale.ENGLISH).meaning())
                .matches(text -> text.codePoints().noneMatch(Character::isIdeographic));
    }
}
