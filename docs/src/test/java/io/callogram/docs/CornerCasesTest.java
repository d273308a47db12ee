package io.callogram.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Every corner case has a scenario, and of each is said what the list says.
class CornerCasesTest {
    private static final int CASES = 56;
    private static final Pattern ROW =
            Pattern.compile("^\\| (\\d+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
    private static final Pattern SCENARIO = Pattern.compile("scenarios/([a-z-]+/[a-z0-9-]+)/");
    private static final Pattern SAID = Pattern.compile("`([a-z0-9-]+)`");
    private static final Pattern CLAIMED = Pattern.compile("(?m)^Corner case: (\\d+)$");

    private record Row(int number, List<String> scenarios, List<String> said) {}

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("reference/corner-cases.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(
                        new Row(
                                Integer.parseInt(row.group(1)),
                                all(SCENARIO, row.group(3)),
                                all(SAID, row.group(4))));
            }
        }
        return rows;
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    @Test
    void numbersThemWithoutGaps() throws IOException {
        assertThat(rows().stream().map(Row::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, CASES).boxed().toList());
    }

    @Test
    void saysOfEachWhatItsScenariosAreSaidToShow() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Row row : rows()) {
            assertThat(row.scenarios()).as("case %d", row.number()).isNotEmpty();
            Set<String> shown = new TreeSet<>();
            for (String name : row.scenarios()) {
                shown.addAll(shown(Scenarios.named(name)));
            }
            for (String slug : row.said()) {
                if (!shown.contains(slug)) {
                    wrong.add(row.number() + " lacks " + slug);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void listsEveryScenarioThatNamesItsCase() throws IOException {
        List<Row> rows = rows();
        for (Scenario scenario : Scenarios.all()) {
            for (String number : all(CLAIMED, scenario.readme())) {
                assertThat(rows.get(Integer.parseInt(number) - 1).scenarios())
                        .contains(scenario.name());
            }
        }
    }

    /// Flows and hints of a scenario.
    private static Set<String> shown(Scenario scenario) {
        return scenario.golden("classification.golden")
                .orElse("")
                .lines()
                .filter(line -> line.startsWith("flow ") || line.startsWith("hint "))
                .map(line -> line.split(" ")[1])
                .collect(Collectors.toSet());
    }
}
