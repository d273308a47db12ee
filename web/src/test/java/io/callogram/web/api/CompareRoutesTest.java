package io.callogram.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CompareRoutesTest {

    private static final String COMPARE = "/api/calls/" + BasicCall.ID + "/compare";

    @TempDir private static Path uploads;

    private static Running running;

    @BeforeAll
    static void starts() throws Exception {
        running = new Running(uploads.resolve("spool"), true);
    }

    @AfterAll
    static void stops() throws Exception {
        running.close();
    }

    @Test
    void findsACallToBeLikeItself() throws Exception {
        JsonNode same = running.json(COMPARE + "?with=" + BasicCall.ID);
        assertThat(same.get("with").asString()).isEqualTo(BasicCall.ID);
        assertThat(same.get("first").isNull()).isTrue();
        assertThat(same.get("counts").get("same").asInt()).isEqualTo(same.get("rows").size());
        assertThat(same.get("rows").get(0).get("here").get("position").asString())
                .startsWith("s1.");
    }

    @Test
    void holdsACallAgainstTheShapeOfAFlow() throws Exception {
        JsonNode busy = running.json(COMPARE + "?with=flow:busy");
        assertThat(busy.get("flow").asString()).isEqualTo("busy");
        assertThat(busy.get("with").isNull()).isTrue();
        assertThat(busy.get("title").get("zh").asString()).isNotEmpty();
        int first = busy.get("first").asInt();
        assertThat(busy.get("rows").get(first).get("kind").asString()).isNotEqualTo("same");
        assertThat(busy.get("sentence").get("en").asString()).contains("the shape");
        assertThat(busy.get("rows").get(first).get("there").get("position").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400",
        "?with=flow:nonsense, 400",
        "?with=c-none, 404",
    })
    void refusesWhatItCannotCompareWith(String query, int status) throws Exception {
        assertThat(running.get(COMPARE + query).statusCode()).isEqualTo(status);
    }
}
