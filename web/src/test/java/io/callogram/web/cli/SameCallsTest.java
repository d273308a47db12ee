package io.callogram.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.index.Order;
import io.callogram.analyzer.index.Search;
import io.callogram.analyzer.index.query.Query;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import io.callogram.web.api.json.RowJson;
import io.callogram.web.desk.Desk;
import io.callogram.web.desk.DeskTest;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The list over HTTP gives the objects that `analyze --format json` gives, and more of each.
class SameCallsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"recorded/attended-transfer", "recorded/register", "corner/hep-correlation"})
    void areListedAsTheyAreAnalyzed(String name) throws Exception {
        Path file = capture(name);
        Path out = folder.resolve("out.json");
        int exit = Main.run("analyze", "--format=json", "--out=" + out, file.toString());
        assertThat(exit).isZero();
        JsonNode analyzed = JSON.readTree(out.toFile()).get("calls");
        JsonNode listed = listed(file);
        assertThat(analyzed.size()).isPositive().isEqualTo(listed.size());
        for (int i = 0; i < analyzed.size(); i++) {
            JsonNode there = listed.get(i);
            analyzed.get(i)
                    .properties()
                    .forEach(field ->
                            assertThat(there.get(field.getKey()))
                                    .as(field.getKey())
                                    .isEqualTo(field.getValue()));
        }
    }

    private Path capture(String name) throws Exception {
        Scenario scenario =
                Scenarios.all().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        Path file = folder.resolve("a.pcap");
        try (InputStream capture = scenario.capture()) {
            Files.copy(capture, file);
        }
        return file;
    }

    private JsonNode listed(Path file) throws Exception {
        try (Desk desk = Desk.open(folder.resolve("data"), Rulebook.STANDARD)) {
            int source = desk.adopt("a.pcap", file).id();
            DeskTest.awaitReading(desk, source);
            Search all = new Search(new Query.All(), new Order(Order.Key.START, false), 50, null);
            byte[] page = RowJson.page(desk.search(all), id -> id, Map.of(), 0);
            return JSON.readTree(page).get("calls");
        }
    }
}
