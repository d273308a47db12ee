package io.callogram.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.catalogue.Term;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FlowPagesTest {
    @TempDir Path uploads;
    private Running running;

    @BeforeEach
    void start() throws Exception {
        running = new Running(uploads, true);
    }

    @AfterEach
    void stop() throws Exception {
        running.close();
    }

    @Test
    void tellsOfEveryFlowAndTermInBothLanguages() throws Exception {
        JsonNode catalogue = running.json("/api/flows");
        JsonNode hold = null;
        for (JsonNode flow : catalogue.get("flows")) {
            assertThat(flow.get("when").get("en").asString()).endsWith(".");
            assertThat(flow.get("when").get("zh").asString()).endsWith("。");
            hold = flow.get("flow").asString().equals("hold") ? flow : hold;
        }
        assertThat(hold.get("group").asString()).isEqualTo("service");
        JsonNode standard = hold.get("standards").get(0);
        assertThat(standard.get("title").asString()).isEqualTo("RFC 3264 §8.4");
        assertThat(standard.get("url").asString()).endsWith("/rfc3264#section-8.4");
        assertThat(catalogue.get("terms").size()).isEqualTo(Term.all().size());
    }

    @Test
    void showsAFlowByItsExample() throws Exception {
        JsonNode hold = running.json("/api/flows/hold");
        assertThat(hold.get("nearMisses").size()).isGreaterThanOrEqualTo(2);
        assertThat(hold.get("nearMisses").get(0).get("why").get("zh").asString()).endsWith("。");
        assertThat(hold.get("hints").get(0).get("severity").asString()).isNotBlank();
        JsonNode example = hold.get("example");
        JsonNode call = example.get("call");
        assertThat(call.get("headline").asString()).isEqualTo("hold");
        assertThat(call.get("messages").size()).isGreaterThan(20);
        assertThat(call.get("messages").get(0).get("label").asString()).isEqualTo("INVITE");
        JsonNode story = example.get("story");
        assertThat(story.get("en").get("steps").size())
                .isEqualTo(story.get("zh").get("steps").size())
                .isGreaterThan(call.get("messages").size());
    }

    @Test
    void hasNoPageForAFlowThatThereIsNot() throws Exception {
        assertThat(running.get("/api/flows/no-such").statusCode()).isEqualTo(404);
        assertThat(running.get("/flows/hold").statusCode()).isEqualTo(200);
        assertThat(running.get("/terms").statusCode()).isEqualTo(200);
    }
}
