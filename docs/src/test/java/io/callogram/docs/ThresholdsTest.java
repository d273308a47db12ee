package io.callogram.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.Thresholds;
import io.callogram.analyzer.flow.hint.HintThresholds;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `reference/thresholds.md` names every threshold with its default.
class ThresholdsTest {
    private static final long MILLISECOND = 1_000_000L;

    @Test
    void everyThresholdHasItsRow() throws Exception {
        List<String> expected = new ArrayList<>();
        rows(Thresholds.DEFAULT, expected);
        rows(HintThresholds.DEFAULT, expected);
        assertThat(shown()).containsExactlyElementsOf(expected);
    }

    private static List<String> shown() throws IOException {
        return Files.readAllLines(Path.of("reference/thresholds.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf(" |", line.indexOf(" |") + 2)))
                .toList();
    }

    private static void rows(Record defaults, List<String> rows) throws Exception {
        for (RecordComponent component : defaults.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(defaults);
            rows.add(
                    "| `%s` | %s"
                            .formatted(
                                    component.getName(),
                                    value instanceof Long duration ? duration(duration) : value));
        }
    }

    private static String duration(long nanoseconds) {
        long milliseconds = nanoseconds / MILLISECOND;
        return milliseconds % 1000 == 0 ? milliseconds / 1000 + " s" : milliseconds + " ms";
    }
}
