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

/// What people write: notes on calls, names of sources.
class NotesTest {

    private static final String NOTE = "/api/calls/" + BasicCall.ID + "/note";
    private static final String SOURCE = "/api/sources/s1";

    @TempDir private Path uploads;

    private Running running;

    @BeforeEach
    void starts() throws Exception {
        running = new Running(uploads.resolve("spool"), true);
    }

    @AfterEach
    void stops() throws Exception {
        running.close();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return running.send(
                running.request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    private JsonNode row() throws Exception {
        return running.json("/api/calls").get("calls").get(0);
    }

    @Test
    void keepsANoteUntilItIsTakenAway() throws Exception {
        assertThat(row().get("note").isNull()).isTrue();
        HttpResponse<String> noted =
                send("PUT", NOTE, "{\"text\":\" ask carrier\\r\\nticket 7 \"}");
        assertThat(noted.statusCode()).isEqualTo(200);
        assertThat(Running.parse(noted.body()).get("note").asString())
                .isEqualTo("ask carrier\nticket 7");
        assertThat(row().get("note").asString()).startsWith("ask carrier");
        assertThat(running.json("/api/calls/" + BasicCall.ID).get("note").asString())
                .endsWith("ticket 7");
        assertThat(Running.parse(send("PUT", NOTE, "{\"text\":\"\"}").body()).get("note").isNull())
                .isTrue();
        assertThat(row().get("note").isNull()).isTrue();
    }

    @Test
    void refusesANoteThatIsTooLongOrOfNoCall() throws Exception {
        String longest = "x".repeat(2000);
        assertThat(send("PUT", NOTE, "{\"text\":\"" + longest + "\"}").statusCode()).isEqualTo(200);
        assertThat(send("PUT", NOTE, "{\"text\":\"" + longest + "x\"}").statusCode())
                .isEqualTo(400);
        assertThat(send("PUT", NOTE, "{}").statusCode()).isEqualTo(400);
        HttpResponse<String> unknown = send("PUT", "/api/calls/c-0/note", "{\"text\":\"x\"}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(row().get("note").asString()).isEqualTo(longest);
    }

    @Test
    void renamesASource() throws Exception {
        HttpResponse<String> renamed = send("PATCH", SOURCE, "{\"name\":\" Berlin, Monday \"}");
        assertThat(Running.parse(renamed.body()).get("name").asString())
                .isEqualTo("Berlin, Monday");
        assertThat(running.json(SOURCE).get("name").asString()).isEqualTo("Berlin, Monday");
        assertThat(send("PATCH", SOURCE, "{\"name\":\"  \"}").statusCode()).isEqualTo(400);
        assertThat(send("PATCH", SOURCE, "{\"name\":\"" + "x".repeat(121) + "\"}").statusCode())
                .isEqualTo(400);
        assertThat(send("PATCH", "/api/sources/s99", "{\"name\":\"x\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void saysHowLongItRunsAndWhoListens() throws Exception {
        JsonNode health = running.json("/api/health");
        assertThat(health.get("uptimeMs").asLong()).isNotNegative();
        assertThat(health.get("counters").get("event_resyncs").asLong()).isZero();
    }

    @Test
    void takesNothingFromPagesOfOthers() throws Exception {
        for (String[] to : new String[][] {{"PUT", NOTE}, {"PATCH", SOURCE}}) {
            int status =
                    running.send(
                                    running.request(to[1])
                                            .header("Content-Type", "application/json")
                                            .header("Origin", "http://elsewhere.example")
                                            .method(
                                                    to[0],
                                                    BodyPublishers.ofString(
                                                            "{\"text\":\"x\",\"name\":\"x\"}")))
                            .statusCode();
            assertThat(status).isEqualTo(403);
            assertThat(send(to[0], to[1], "text=x").statusCode()).isEqualTo(400);
        }
        assertThat(row().get("note").isNull()).isTrue();
    }
}
