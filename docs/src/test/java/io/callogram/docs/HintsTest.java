package io.callogram.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.hint.HintKind;
import io.callogram.analyzer.flow.hint.HintText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// `reference/hints.md` says what the analyzer says, and no scenario that it names lacks the hint.
class HintsTest {
    private static final Path SCENARIOS = Path.of("../samples/src/main/resources/scenarios");

    private static List<String> rows() throws IOException {
        return Files.readAllLines(Path.of("reference/hints.md")).stream()
                .filter(line ->
                        line.startsWith("| `") && line.chars().filter(c -> c == '|').count() > 4)
                .toList();
    }

    @Test
    void everyHintHasItsRow() throws IOException {
        List<String> expected = Arrays.stream(HintKind.values()).map(HintsTest::row).toList();
        assertThat(
                        rows().stream()
                                .map(row ->
                                        row.substring(0, row.lastIndexOf("| ", row.length() - 3))))
                .containsExactlyElementsOf(expected);
    }

    private static String row(HintKind kind) {
        HintText text = HintText.template(kind, Locale.ENGLISH);
        String rfc = kind.rfc().isEmpty() ? "–" : kind.rfc();
        return "| `%s` | %s | %s | %s | %s "
                .formatted(kind.slug(), kind.severity().slug(), rfc, text.meaning(), text.advice());
    }

    @Test
    void everyHintIsShownByTheScenarioThatIsNamedForIt() throws IOException {
        for (String row : rows()) {
            String[] cells = row.split(" \\| ");
            String scenario = cells[cells.length - 1].replace("|", "").replace("`", "").strip();
            String slug = cells[0].substring(2).replace("`", "").strip();
            assertThat(
                            Files.readString(
                                    SCENARIOS.resolve(scenario).resolve("classification.golden")))
                    .as(slug)
                    .contains("hint " + slug + " ");
        }
    }
}
