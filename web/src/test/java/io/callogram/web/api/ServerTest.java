package io.callogram.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.sip.Where;
import io.callogram.web.api.json.CallJson;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ServerTest {

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

    private static String position(int number) {
        Where where =
                running.workbench.basicCall().messages().get(number - 1).seen().sighting().where();
        return CallJson.position(where);
    }

    @Test
    void listsCalls() throws Exception {
        JsonNode page =
                running.json("/api/calls?q=138*%20outcome:answered&sort=-talk&limit=5&source=s1");
        assertThat(page.get("total").asInt()).isEqualTo(1);
        JsonNode row = page.get("calls").get(0);
        assertThat(row.get("id").asString()).isEqualTo(BasicCall.ID);
        assertThat(row.get("caller").asString()).isEqualTo("13800138000");
        assertThat(row.get("start").asString()).isEqualTo("2026-11-22T10:42:07.118000000Z");
        assertThat(row.get("talkMs").asLong()).isEqualTo(56_000);
        assertThat(row.get("endedBy").asString()).isEqualTo("callee");
        assertThat(row.get("messages").asInt()).isEqualTo(9);
        assertThat(row.get("headline").asString()).isEqualTo("hold");
        assertThat(row.get("flows").size()).isEqualTo(1);
        assertThat(page.get("next").isNull()).isTrue();
        JsonNode source = page.get("facets").get("source").get(0);
        assertThat(source.get("label").asString()).isEqualTo("pbx.pcap");
        assertThat(page.get("facets").get("flow").get(0).get("count").asInt()).isEqualTo(1);
        assertThat(page.get("histogram").get("buckets").get(0).get("ok").asInt()).isEqualTo(1);
    }

    @Test
    void searchesWithABody() throws Exception {
        HttpResponse<String> found =
                running.send(
                        running.request("/api/calls/search")
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"q\":\"+8613800138000\",\"limit\":3}")));
        assertThat(Running.parse(found.body()).get("total").asInt()).isEqualTo(1);
        HttpResponse<String> none =
                running.send(
                        running.request("/api/calls/search")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"q\":\"13900139000\"}")));
        assertThat(Running.parse(none.body()).get("total").asInt()).isZero();
        assertThat(Running.parse(none.body()).get("histogram").isNull()).isTrue();
    }

    @Test
    void showsACall() throws Exception {
        JsonNode call = running.json("/api/calls/" + BasicCall.ID);
        assertThat(call.get("nodes").get(1).get("endpoints").get(0).asString())
                .isEqualTo("10.0.0.2:5060");
        assertThat(call.get("legs").get(0).get("target").asString())
                .isEqualTo("sip:1002@example.com");
        assertThat(call.get("legs").get(0).get("link").isNull()).isTrue();
        JsonNode dialog = call.get("dialogs").get(0);
        assertThat(dialog.get("callerTag").asString()).isEqualTo("al-71c3");
        assertThat(dialog.get("calleeTag").asString()).isEqualTo("bo-2d90");
        assertThat(dialog.get("state").asString()).isEqualTo("terminated");
        assertThat(call.get("transactions").get(0).get("responses").get(1).asInt()).isEqualTo(3);
        JsonNode ringing = call.get("messages").get(1);
        assertThat(ringing.get("label").asString()).isEqualTo("180 Ringing");
        assertThat(ringing.get("cseq").asString()).isEqualTo("101 INVITE");
        assertThat(ringing.get("offsetMs").asDouble()).isEqualTo(1000.0);
        JsonNode media = call.get("messages").get(0).get("sdp").get("media").get(0);
        assertThat(media.get("codecs").get(0).asString()).isEqualTo("PCMA");
        assertThat(call.get("media").get(0).get("ssrc").asString()).isEqualTo("0x1234abcd");
        assertThat(call.get("media").get(0).get("codec").asString()).isEqualTo("PCMA");
    }

    @Test
    void drawsABarForTalkAndOneForHold() throws Exception {
        JsonNode bars = running.json("/api/calls/" + BasicCall.ID).get("mediaBars");
        assertThat(bars).hasSize(2);
        JsonNode talk = bars.get(0);
        assertThat(talk.get("kind").asString()).isEqualTo("talk");
        assertThat(talk.get("after").asInt()).isEqualTo(4);
        assertThat(talk.get("directions").asString()).isEqualTo("both");
        assertThat(talk.get("startMs").asDouble()).isEqualTo(4000);
        assertThat(talk.get("endMs").asDouble()).isEqualTo(20_050);
        assertThat(talk.get("rtp").get("forward").asInt()).isEqualTo(843);
        JsonNode hold = bars.get(1);
        assertThat(hold.get("kind").asString()).isEqualTo("hold");
        assertThat(hold.get("directions").asString()).isEqualTo("forward");
        assertThat(hold.get("endMs").asDouble()).isEqualTo(60_000);
    }

    @Test
    void showsAMessageWithItsExactBytes() throws Exception {
        JsonNode message = running.json("/api/messages/" + position(1));
        assertThat(message.get("call").asString()).isEqualTo(BasicCall.ID);
        assertThat(message.get("number").asInt()).isEqualTo(1);
        Where where = running.workbench.basicCall().messages().getFirst().seen().sighting().where();
        assertThat(Base64.getDecoder().decode(message.get("rawBase64").asString()))
                .isEqualTo(running.workbench.bytes(where));
        assertThat(message.get("headers").get(0).get("name").asString()).isEqualTo("Via");
        assertThat(message.get("layers").get(0).get("fields").get(0).get(1).asString())
                .isEqualTo("5060");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 | en | cseq    | First request: 13800138000 picks the number itself.
                    1 | en | dialog  | No dialog yet. It begins with the first answer above 100 that carries a To tag (2).
                    1 | zh | branch  | 新事务，新 branch。
                    2 | en | cseq    | A response copies CSeq from its request (1).
                    3 | zh | session | 对 1 中 offer 的应答（answer）。
                    4 | en | hop     | An ACK to a 2xx is outside the INVITE transaction: it stands alone and has no response.
                    4 | en | branch  | New branch: the ACK to a 2xx is sent by the core, end to end, not by the INVITE transaction.
                    4 | en | cseq    | ACK repeats the number of the INVITE it confirms (1); only the method differs.
                    5 | en | cseq    | A new request of 13800138000: 101 + 1 = 102.
                    5 | en | session | An offer. The same session, changed: version 1 → 2. sendonly: I may send, for example music, but do not want to receive.
                    8 | en | cseq    | 1002's first request in this dialog. Each direction counts on its own, so the number is unrelated to the other side's.
                    8 | zh | call    | 此呼叫由该腿开始。
                    """)
    void explainsIdentity(int number, String language, String key, String text) throws Exception {
        JsonNode identity =
                running.json(
                                "/api/messages/"
                                        + position(number)
                                        + "?call="
                                        + BasicCall.ID
                                        + "&lang="
                                        + language)
                        .get("identity");
        for (JsonNode reason : identity) {
            if (reason.get("key").asString().equals(key)) {
                assertThat(reason.get("text").asString()).isEqualTo(text);
                assertThat(reason.get("rfc").asString()).startsWith("RFC ");
                return;
            }
        }
        assertThat(identity.toString()).as("reasons").contains("\"key\":\"" + key + "\"");
    }

    @Test
    void comparesTwoMessages() throws Exception {
        JsonNode lines =
                running.json("/api/messages/" + position(1) + "/diff/" + position(2)).get("lines");
        assertThat(lines.get(0).get("kind").asString()).isEqualTo("changed");
        assertThat(lines.get(1).get("kind").asString()).isEqualTo("same");
        assertThat(lines.get(3).get("name").asString()).isEqualTo("To");
        assertThat(lines.get(3).get("kind").asString()).isEqualTo("changed");
    }

    @Test
    void tellsACallInTheLanguageAskedFor() throws Exception {
        JsonNode story = running.json("/api/calls/" + BasicCall.ID + "/story?lang=zh");
        assertThat(story.get("steps").get(0).get("number").asString()).isEqualTo("1");
        assertThat(story.get("steps").get(0).get("message").asInt()).isEqualTo(1);
        assertThat(story.get("steps").get(0).get("text").asString()).contains("发起呼叫");
        assertThat(running.get("/api/calls/c-none/story").statusCode()).isEqualTo(404);
    }

    @Test
    void givesPicturesAndPacketsAsHarmlessDownloads() throws Exception {
        HttpResponse<String> svg = running.get("/api/calls/" + BasicCall.ID + "/ladder?format=svg");
        assertThat(svg.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(svg.headers().firstValue("Content-Security-Policy")).contains("sandbox");
        assertThat(svg.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"ladder-" + BasicCall.ID + ".svg\"");
        HttpResponse<String> text =
                running.send(
                        running.request("/api/calls/" + BasicCall.ID + "/ladder")
                                .header("Accept", "text/plain"));
        assertThat(text.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
        assertThat(text.body()).contains("13800138000", "INVITE", "180 Ringing");
        HttpResponse<String> pcap = running.get("/api/calls/" + BasicCall.ID + "/pcap");
        assertThat(pcap.headers().firstValue("Content-Type")).contains("application/x-pcapng");
        assertThat(pcap.body()).isEqualTo("\n\r\r\n");
    }

    @Test
    void namesEveryFlowInBothLanguages() throws Exception {
        JsonNode flows = running.json("/api/flows").get("flows");
        assertThat(flows.size()).isEqualTo(FlowKind.values().length);
        for (JsonNode flow : flows) {
            assertThat(flow.get("title").get("en").asString()).isNotBlank();
            assertThat(flow.get("title").get("zh").asString()).matches(".*[\\p{IsHan}].*");
        }
        assertThat(flows.get(3).get("flow").asString()).isEqualTo("attended-transfer");
        assertThat(flows.get(3).get("tag").asBoolean()).isFalse();
    }

    @Test
    void tellsFlowsAndHintsOfARow() throws Exception {
        JsonNode row = running.json("/api/calls?q=flow:hold").get("calls").get(0);
        assertThat(row.get("headline").asString()).isEqualTo("hold");
        JsonNode hold = row.get("flows").get(0);
        assertThat(hold.get("flow").asString()).isEqualTo("hold");
        assertThat(hold.get("evidence").get(0).asInt()).isEqualTo(5);
        assertThat(hold.get("roles").get("A").asString()).isEqualTo("alice");
        JsonNode hint = row.get("hints").get(0);
        assertThat(hint.get("hint").asString()).isEqualTo("hold-not-resumed");
        assertThat(hint.get("severity").asString()).isEqualTo("notice");
        JsonNode page = running.json("/api/calls/" + BasicCall.ID);
        assertThat(page.get("hints").get(0).get("meaning").get("en").asString()).contains("42");
        assertThat(page.get("hints").get(0).get("advice").get("zh").asString()).isNotBlank();
        assertThat(
                        running.json("/api/calls")
                                .get("facets")
                                .get("flow")
                                .get(0)
                                .get("value")
                                .asString())
                .isEqualTo("hold");
    }

    @Test
    void givesFiguresOverCalls() throws Exception {
        JsonNode figures = running.json("/api/statistics?q=flow:hold");
        assertThat(figures.get("attempts").asInt()).isEqualTo(1);
        assertThat(figures.get("asr").asDouble()).isEqualTo(1);
        assertThat(figures.get("codes").get(0).get("value").asString()).isEqualTo("200");
        assertThat(figures.get("postDialDelayMs").get("p95").asInt()).isEqualTo(1000);
        assertThat(running.json("/api/statistics?q=outcome:busy").get("ner").isNull()).isTrue();
        assertThat(running.get("/api/statistics?q=flow:x").statusCode()).isEqualTo(400);
    }

    @Test
    void tellsDerivedEventsAsOfAMessage() throws Exception {
        String events = "/api/calls/" + BasicCall.ID + "/events";
        assertThat(names(running.json(events)))
                .containsExactly("DialogConfirmed", "TransactionTerminated", "DialogTerminated");
        assertThat(names(running.json(events + "?until=3"))).containsExactly("DialogConfirmed");
        assertThat(names(running.json(events + "?until=7")))
                .containsExactly("DialogConfirmed", "TransactionTerminated");
        for (String until : List.of("0", "10", "x", "-1")) {
            assertThat(running.get(events + "?until=" + until).statusCode()).isEqualTo(400);
        }
    }

    private static List<String> names(JsonNode answer) {
        List<String> names = new ArrayList<>();
        answer.get("events").forEach(event -> names.add(event.get("event").asString()));
        return names;
    }

    @Test
    void showsSources() throws Exception {
        JsonNode source = running.json("/api/sources/s1");
        assertThat(source.get("state").asString()).isEqualTo("ready");
        assertThat(source.get("accounting").get("balanced").asBoolean()).isTrue();
        assertThat(source.get("lastPacket").asString()).endsWith(":07.118000000Z");
        assertThat(source.get("troubles").get(0).get("at").asLong()).isEqualTo(4096);
        assertThat(running.json("/api/sources").get("sources").get(0)).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/calls/c-none, 404, not-found",
        "/api/calls/c-none/ladder, 404, not-found",
        "/api/messages/s1.9, 404, not-found",
        "/api/messages/s1.7, 410, erased",
        "/api/messages/x, 400, bad-request",
        "/api/messages/s1.99999999999999999999, 400, bad-request",
        "/api/sources/s9, 404, not-found",
        "/api/sources/9, 400, bad-request",
        "/api/calls?sort=size, 400, bad-request",
        "/api/calls?limit=501, 400, bad-request",
        "/api/calls?limit=-1, 400, bad-request",
        "/api/calls?after=AAAA, 400, bad-request",
        "/api/calls?q=outcom:busy, 400, query-unreadable",
        "/api/nothing, 404, http-404",
        "/ui/../logback.xml, 404, not-found",
        "/ui/%2e%2e/logback.xml, 400, ''",
        "/ui/none.js, 404, not-found",
        "/lib/lit/../../x.js, 404, not-found",
        "/lib/none/index.js, 404, not-found"
    })
    void refusesWithAProblemDocument(String path, int status, String type) throws Exception {
        HttpResponse<String> response = running.get(path);
        assertThat(response.statusCode()).isIn(status, 404);
        if (!type.isEmpty()
                && response.headers().firstValue("Content-Type").orElse("").contains("problem")) {
            assertThat(response.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            assertThat(Running.parse(response.body()).get("status").asInt())
                    .isEqualTo(response.statusCode());
        }
    }

    @Test
    void namesTheColumnOfAnUnreadableQuery() throws Exception {
        JsonNode problem = Running.parse(running.get("/api/calls?q=alice%20outcom:busy").body());
        assertThat(problem.get("column").asInt()).isEqualTo(7);
        assertThat(problem.get("expected").asString()).startsWith("a field");
        assertThat(problem.get("type").asString()).isEqualTo("query-unreadable");
    }

    @Test
    void tellsNothingOfTheInsideWhenSomethingBreaks() throws Exception {
        HttpResponse<String> response =
                running.get("/api/calls/" + MemoryWorkbench.BROKEN + "/ladder");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("fonts", "Exception", "at io.");
        assertThat(Running.parse(response.body()).get("type").asString()).isEqualTo("internal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/calls/c-1", "/health"})
    void servesThePageWithItsImportMapAllowedByHash(String path) throws Exception {
        HttpResponse<String> page = running.send(running.bare(path));
        assertThat(page.body()).contains("pages for tests");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains(
                        "script-src 'self' 'sha256-",
                        "default-src 'none'",
                        "require-trusted-types-for 'script'");
        String tag = page.headers().firstValue("ETag").orElseThrow();
        assertThat(running.send(running.bare(path).header("If-None-Match", tag)).statusCode())
                .isEqualTo(304);
    }

    @Test
    void servesLitFromItsWebJar() throws Exception {
        HttpResponse<String> lit = running.send(running.bare("/lib/lit/index.js"));
        assertThat(lit.statusCode()).isEqualTo(200);
        assertThat(lit.headers().firstValue("Content-Type"))
                .contains("text/javascript; charset=utf-8");
        assertThat(
                        running.send(running.bare("/lib/lit__reactive-element/reactive-element.js"))
                                .statusCode())
                .isEqualTo(200);
        assertThat(running.send(running.bare("/ui/page.js")).body()).contains("answer = 42");
    }

    @Test
    void describesExactlyTheRoutesItHas() throws Exception {
        TreeSet<String> described = new TreeSet<>();
        running.json("/api/openapi.json")
                .get("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .propertyNames()
                                .forEach(method ->
                                        described.add(
                                                method.toUpperCase(java.util.Locale.ROOT)
                                                        + " "
                                                        + path.getKey())));
        TreeSet<String> there = new TreeSet<>();
        there.add("GET /events");
        running.server
                .routes()
                .forEach(route -> there.add(route.method().name() + " " + route.path()));
        assertThat(described).isEqualTo(there);
    }

    @Test
    void tellsItsStateToAnybodyAndItsCountersToWhoIsSignedIn() throws Exception {
        assertThat(running.send(running.bare("/api/health")).body())
                .isEqualTo("{\"status\":\"ok\"}");
        assertThat(running.json("/api/health").get("counters").get("packets_total").asLong())
                .isEqualTo(852);
        assertThat(running.get("/api/metrics").body())
                .contains("# TYPE callogram_packets_total counter\ncallogram_packets_total 852\n");
    }
}
