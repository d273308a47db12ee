package io.callogram.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What the page asks for first: a sample to look at, and a list that begins anywhere.
class FirstStepsTest {

    @TempDir private Path folder;
    private Running running;

    @BeforeEach
    void starts() throws Exception {
        running = new Running(folder.resolve("spool"), true);
    }

    @AfterEach
    void stops() throws Exception {
        running.close();
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return running.send(
                running.request(path)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void opensASampleByItsName() throws Exception {
        HttpResponse<String> added =
                post("/api/sources?sample=attended-transfer", "application/json", "{}");
        assertThat(added.statusCode()).isEqualTo(201);
        JsonNode source = Running.parse(added.body());
        assertThat(source.get("name").asString()).isEqualTo("attended-transfer.pcap");
        assertThat(added.headers().firstValue("Location"))
                .contains("/api/sources/" + source.get("id").asString());
    }

    @Test
    void knowsNoSampleOfAnotherName() throws Exception {
        assertThat(post("/api/sources?sample=../passwd", "application/json", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void opensNoSampleForAFormOfAnotherSite() throws Exception {
        assertThat(post("/api/sources?sample=attended-transfer", "text/plain", "{}").statusCode())
                .isEqualTo(415);
    }

    @Test
    void saysAtWhichCallAPageBegins() throws Exception {
        JsonNode first = search("{\"limit\":1}");
        assertThat(first.get("first").isIntegralNumber()).isTrue();
        assertThat(first.get("first").asInt()).isZero();
        assertThat(first.has("facets")).isTrue();
        JsonNode behind = search("{\"limit\":1,\"skip\":1}");
        assertThat(behind.get("first").asInt()).isEqualTo(1);
        assertThat(behind.get("calls").isEmpty()).isTrue();
        assertThat(behind.has("facets")).isFalse();
    }

    @Test
    void refusesToSkipWhatIsNoNumber() throws Exception {
        assertThat(post("/api/calls/search", "application/json", "{\"skip\":-1}").statusCode())
                .isEqualTo(400);
        assertThat(
                        post("/api/calls/search", "application/json", "{\"skip\":9999999999}")
                                .statusCode())
                .isEqualTo(400);
    }

    private JsonNode search(String body) throws Exception {
        HttpResponse<String> answer = post("/api/calls/search", "application/json", body);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Running.parse(answer.body());
    }
}
