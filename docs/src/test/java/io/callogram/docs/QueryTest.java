package io.callogram.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.query.QueryParser;
import io.callogram.analyzer.index.query.UnreadableQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `reference/query.md` shows can be asked.
class QueryTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("reference/query.md"));
    }

    private static List<String> codes(String cell) {
        List<String> codes = new ArrayList<>();
        Matcher matcher = CODE.matcher(cell);
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        return codes;
    }

    /// Every row of three columns: its last is a query of one of the fields in its first.
    static List<String> rows() throws IOException {
        return lines().stream()
                .filter(line -> line.startsWith("| `") && line.split(" \\| ").length == 3)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyExampleIsReadAndIsOfItsField(String row) throws Exception {
        String[] cells = row.split(" \\| ");
        String example = codes(cells[2]).getFirst();
        String value = example.substring(example.indexOf(':') + 1);
        assertThat(codes(cells[0])).contains(example.substring(0, example.indexOf(':')));
        for (String field : codes(cells[0])) {
            assertThat(QueryParser.parse(field + ":" + value, 0)).isNotNull();
        }
    }

    @Test
    void everySpellingOfOthersMeansWhatItSays() throws Exception {
        List<String> lines = lines();
        List<String> rows =
                lines.subList(lines.indexOf("| theirs | ours |") + 2, lines.size()).stream()
                        .takeWhile(line -> line.startsWith("| `"))
                        .toList();
        assertThat(rows).isNotEmpty();
        for (String row : rows) {
            String[] cells = row.split(" \\| ");
            String ours = codes(cells[1]).getFirst();
            for (String theirs : codes(cells[0])) {
                assertThat(asked(theirs, ours)).as(theirs).isEqualTo(asked(ours, ours));
            }
        }
    }

    private static Query asked(String field, String kind) throws UnreadableQuery {
        String value =
                switch (kind) {
                    case "ip" -> "10.0.0.7";
                    case "code", "port", "number" -> "486";
                    default -> "bye";
                };
        return QueryParser.parse(field + " == " + value, 0);
    }

    @Test
    void theQueriesAtTheTopAreRead() throws Exception {
        List<String> block = lines();
        int open = block.indexOf("```");
        for (String line : block.subList(open + 1, open + 1 + 5)) {
            assertThat(QueryParser.parse(line.split(" {4,}")[0], 0)).isNotNull();
        }
    }
}
