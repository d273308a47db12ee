package io.callogram.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.LegEvent;
import io.callogram.analyzer.dialog.DialogEvent;
import io.callogram.analyzer.dialog.SessionEvent;
import io.callogram.analyzer.transaction.TransactionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `reference/events.md` knows every event that there is, and no other.
class EventsTest {
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)`");

    @Test
    void everyEventHasItsRow() throws IOException {
        List<String> known =
                Stream.of(
                                TransactionEvent.class,
                                LegEvent.class,
                                DialogEvent.class,
                                SessionEvent.class)
                        .flatMap(events -> Arrays.stream(events.getPermittedSubclasses()))
                        .map(Class::getSimpleName)
                        .toList();
        List<String> told = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("reference/events.md"))) {
            Matcher name = NAME.matcher(line.startsWith("| `") ? line.split(" \\| ")[0] : "");
            while (name.find()) {
                told.add(name.group(1));
            }
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(known);
    }
}
