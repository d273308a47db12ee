package io.callogram.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.index.Order;
import io.callogram.analyzer.index.Search;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.samples.scenario.Scenarios;
import io.callogram.web.api.json.EventJson;
import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.desk.Desk;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLinesTest {
    private static final Pattern LINE =
            Pattern.compile(
                    "\\{\"source\":\"calls\\.pcap\",\"call\":\"([^\"]+)\","
                            + "\"number\":\\d+,\"position\":\"(s1\\.\\d+|)\",(\"event\":.*)}");

    @TempDir private Path folder;
    private Path capture;

    @BeforeEach
    void copyCapture() throws Exception {
        capture = folder.resolve("calls.pcap");
        try (InputStream in = Scenarios.named("recorded/attended-transfer").capture()) {
            Files.copy(in, capture);
        }
    }

    private List<String> lines(String... options) throws Exception {
        Path out = folder.resolve("out");
        List<String> arguments = new ArrayList<>(List.of("analyze", capture.toString()));
        arguments.addAll(List.of("--format", "events", "--out", out.toString()));
        arguments.addAll(List.of(options));
        assertThat(Main.run(arguments.toArray(String[]::new))).isZero();
        return Files.readAllLines(out);
    }

    @Test
    void writesTheEventsThatTheServerGives() throws Exception {
        Map<String, List<String>> written = new LinkedHashMap<>();
        for (String line : lines()) {
            Matcher matcher = LINE.matcher(line);
            assertThat(matcher.matches()).as(line).isTrue();
            assertThat(matcher.group(2).isEmpty()).isEqualTo(line.contains("\"message\":0"));
            written.computeIfAbsent(matcher.group(1), _ -> new ArrayList<>())
                    .add("{" + matcher.group(3) + "}");
        }
        try (Desk desk = Desk.open(folder.resolve("data"), Rulebook.STANDARD)) {
            int id = desk.read("calls.pcap", capture).id();
            while (desk.source(id).orElseThrow().state() == SourceView.State.READING) {
                Thread.sleep(10);
            }
            Search all = new Search(new Query.All(), Order.NEWEST, Search.MOST, null);
            List<CallRecord> records = desk.search(all).calls();
            assertThat(written).hasSameSizeAs(records);
            for (CallRecord record : records) {
                String call = record.row().id();
                byte[] given = EventJson.events(desk.call(call).orElseThrow(), 0);
                assertThat(new String(given, StandardCharsets.UTF_8))
                        .contains("\"events\":[" + String.join(",", written.get(call)) + "]");
            }
        }
    }

    @Test
    void writesOnlyTheCallsAskedFor() throws Exception {
        assertThat(lines("--filter", "flow:attended-transfer")).isNotEmpty();
        assertThat(lines("--filter", "number:99999999")).isEmpty();
    }
}
