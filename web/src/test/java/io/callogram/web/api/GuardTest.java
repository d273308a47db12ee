package io.callogram.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callogram.web.api.guard.BadTokens;
import io.callogram.web.api.guard.Token;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

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

    private int port() {
        return running.server.port();
    }

    private String bearer() {
        return "Authorization: Bearer " + Running.TOKEN;
    }

    @Test
    void answersToItsOwnNamesOnly() throws Exception {
        for (String host : List.of("localhost", "127.0.0.1", "[::1]", "LOCALHOST")) {
            String answer =
                    RawHttp.exchange(
                            port(),
                            "GET /api/calls HTTP/1.1",
                            "Host: " + host + ":" + port(),
                            bearer());
            assertThat(RawHttp.status(answer)).as(host).isEqualTo(200);
        }
        List<String> foreign =
                List.of(
                        "evil.example:" + port(),
                        "localhost.evil:" + port(),
                        "127.0.0.1.nip.io:" + port(),
                        "127.0.0.1",
                        "localhost",
                        "localhost:" + (port() + 1),
                        "0.0.0.0:" + port(),
                        "calls.example.evil:" + port(),
                        "xcalls.example:" + port(),
                        "127.0.0.2:" + port(),
                        "[::2]:" + port(),
                        "2130706433:" + port());
        for (String path : List.of("/api/calls", "/", "/ui/page.js", "/api/health")) {
            for (String host : foreign) {
                String answer =
                        RawHttp.exchange(
                                port(), "GET " + path + " HTTP/1.1", "Host: " + host, bearer());
                assertThat(RawHttp.status(answer)).as(host + path).isEqualTo(403);
                assertThat(answer).contains("application/problem+json");
            }
            assertThat(
                            RawHttp.status(
                                    RawHttp.exchange(
                                            port(), "GET " + path + " HTTP/1.1", bearer())))
                    .isEqualTo(400);
            assertThat(
                            RawHttp.status(
                                    RawHttp.exchange(
                                            port(), "GET " + path + " HTTP/1.0", bearer())))
                    .isEqualTo(403);
        }
    }

    @Test
    void changesNothingForPagesOfOtherSites() throws Exception {
        List<String> telltales =
                List.of(
                        "Origin: http://evil.example",
                        "Origin: null",
                        "Origin: http://localhost:1",
                        "Origin: http://127.0.0.1.nip.io:" + port(),
                        "Origin: file://",
                        "Sec-Fetch-Site: cross-site",
                        "Sec-Fetch-Site: same-site");
        int refused = 0;
        for (String credentials : List.of(bearer(), "Cookie: callogram=" + Running.TOKEN)) {
            for (String telltale : telltales) {
                for (String request :
                        List.of(
                                "POST /api/sources?name=x",
                                "DELETE /api/sources/s1",
                                "POST /api/calls/search",
                                "POST /api/session")) {
                    String answer =
                            RawHttp.exchange(
                                    port(),
                                    request + " HTTP/1.1",
                                    "Host: localhost:" + port(),
                                    credentials,
                                    telltale,
                                    "Content-Type: text/plain",
                                    "Content-Length: 0");
                    assertThat(RawHttp.status(answer)).as(request + " " + telltale).isEqualTo(403);
                    refused++;
                }
            }
        }
        assertThat(refused).isEqualTo(56);
        assertThat(running.workbench.sources()).hasSize(1);
        assertThat(running.workbench.sources().getFirst().id()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Origin: http://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site"})
    void streamsNoEventsToPagesOfOtherSites(String telltale) throws Exception {
        String answer =
                RawHttp.exchange(
                        port(),
                        "GET /api/events HTTP/1.1",
                        "Host: localhost:" + port(),
                        bearer(),
                        telltale);
        assertThat(RawHttp.status(answer)).isEqualTo(403);
    }

    @Test
    void acceptsItsOwnPages() throws Exception {
        String answer =
                RawHttp.exchange(
                        port(),
                        "DELETE /api/sources/s1 HTTP/1.1",
                        "Host: localhost:" + port(),
                        "Cookie: callogram=" + Running.TOKEN,
                        "Origin: http://localhost:" + port(),
                        "Sec-Fetch-Site: same-origin");
        assertThat(RawHttp.status(answer)).isEqualTo(204);
    }

    @Test
    void refusesACookieWithoutAnyWordOfItsPage() throws Exception {
        String answer =
                RawHttp.exchange(
                        port(),
                        "DELETE /api/sources/s1 HTTP/1.1",
                        "Host: localhost:" + port(),
                        "Cookie: callogram=" + Running.TOKEN);
        assertThat(RawHttp.status(answer)).isEqualTo(403);
    }

    @Test
    void opensNoRouteWithoutTheToken() throws Exception {
        Set<String> open = new HashSet<>();
        List<Route> routes = new ArrayList<>(running.server.routes());
        for (Route route : routes) {
            String path = "/api" + route.path().replaceAll("\\{[a-z]+}", "s1.24");
            HttpResponse<String> response =
                    running.send(
                            running.bare(path)
                                    .header("Content-Type", "application/json")
                                    .method(
                                            route.method().name(),
                                            BodyPublishers.ofString("{\"token\":\"\"}")));
            if (response.statusCode() == 200) {
                open.add(route.path());
            } else {
                assertThat(response.statusCode()).as(route.path()).isEqualTo(401);
                assertThat(response.body()).contains("\"status\":401");
            }
        }
        assertThat(open).containsExactly("/health");
        assertThat(running.send(running.bare("/api/events")).statusCode()).isEqualTo(401);
        assertThat(running.send(running.bare("/api/nothing")).statusCode()).isEqualTo(401);
        assertThat(running.workbench.sources()).hasSize(1);
    }

    @Test
    void exchangesTheLinkForACookie() throws Exception {
        HttpResponse<String> response = running.send(running.bare("/?token=" + Running.TOKEN));
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains("/");
        String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .contains("callogram=" + Running.TOKEN, "HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(
                        running.send(
                                        running.bare("/api/calls")
                                                .header("Cookie", cookie.split(";")[0]))
                                .statusCode())
                .isEqualTo(200);
        assertThat(running.server.link().toString()).endsWith("/?token=" + Running.TOKEN);
    }

    @Test
    void exchangesTheTokenOfABodyForACookie() throws Exception {
        HttpResponse<String> right = session("{\"token\":\"" + Running.TOKEN + "\"}");
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly");
        HttpResponse<String> wrong = session("{\"token\":\"x\"}");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(session("[]").statusCode()).isEqualTo(400);
        assertThat(session("{").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> session(String body) throws Exception {
        return running.send(
                running.bare("/api/session")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic abc", "Bearer", "Bearer ", "Bearer 0123", "bearer x"})
    void refusesOtherCredentials(String authorization) throws Exception {
        HttpResponse<String> response =
                running.send(running.bare("/api/calls").header("Authorization", authorization));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void stopsListeningToWrongTokensAfterTen() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String guess = Running.TOKEN.substring(0, 40) + i;
            statuses.add(
                    running.send(
                                    running.bare("/api/calls")
                                            .header("Authorization", "Bearer " + guess))
                            .statusCode());
        }
        assertThat(statuses.subList(0, 10)).containsOnly(401);
        assertThat(statuses.subList(10, 12)).containsOnly(429);
        assertThat(running.get("/api/calls").statusCode()).isEqualTo(200);
    }

    @Test
    void forgetsWrongTokensAfterAMinute() {
        AtomicLong now = new AtomicLong();
        BadTokens bad = new BadTokens(now::get);
        for (int i = 0; i < 10; i++) {
            assertThat(bad.tooMany()).isFalse();
        }
        assertThat(bad.tooMany()).isTrue();
        now.addAndGet(61_000_000_000L);
        assertThat(bad.tooMany()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/calls/x",
                "/ui/page.js",
                "/lib/lit/index.js",
                "/api/calls",
                "/api/nothing",
                "/nothing",
                "/api/health"
            })
    void putsItsHeadersOnEveryAnswer(String path) throws Exception {
        HttpResponse<String> response = running.get(path);
        String policy = response.headers().firstValue("Content-Security-Policy").orElseThrow();
        for (String part :
                List.of(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "img-src 'self' data: blob:",
                        "connect-src 'self'",
                        "font-src 'self'",
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'none'",
                        "object-src 'none'",
                        "require-trusted-types-for 'script'",
                        "trusted-types lit-html")) {
            assertThat(policy).contains(part);
        }
        assertThat(policy).doesNotContain("unsafe", "*");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(response.headers().firstValue("Cross-Origin-Opener-Policy"))
                .contains("same-origin");
        assertThat(response.headers().firstValue("Cross-Origin-Resource-Policy"))
                .contains("same-origin");
        assertThat(response.headers().map().keySet())
                .noneMatch(name ->
                        name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
        assertThat(response.headers().firstValue("Server")).isEmpty();
        if (path.startsWith("/api")) {
            assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, , , true",
        "::1, , , true",
        "0.0.0.0, , , false",
        "192.0.2.1, , , false",
        "0.0.0.0, , calls.example, false",
        "127.0.0.1, short, , false",
        "0.0.0.0, 0123456789abcdef, , false",
        "::, 0123456789abcdef, , false",
        "0.0.0.0, short, calls.example, false",
        "0.0.0.0, 0123456789abcdef, calls.example, true"
    })
    void refusesToStartUnsafely(String bind, String token, String proxy, boolean safe) {
        ServerOptions options = new ServerOptions(bind, 0, token, uploads, 1, proxy);
        assertThat(options.objection() == null).isEqualTo(safe);
        if (!safe) {
            assertThatThrownBy(() -> Server.start(options, running.workbench))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void answersToTheNameOfItsProxyAndKeepsTheCookieToTls() throws Exception {
        ServerOptions options =
                new ServerOptions(
                        ServerOptions.LOOPBACK, 0, Running.TOKEN, uploads, 1, "Calls.example");
        try (Server server = Server.start(options, running.workbench)) {
            assertThat(server.link()).hasScheme("https").hasAuthority("Calls.example");
            String answer =
                    RawHttp.exchange(
                            server.port(),
                            "GET /?token=" + Running.TOKEN + " HTTP/1.1",
                            "Host: calls.example");
            assertThat(RawHttp.status(answer)).isEqualTo(303);
            assertThat(answer).containsIgnoringCase("; Secure").contains("HttpOnly");
            String foreign =
                    RawHttp.exchange(
                            server.port(),
                            "GET /?token=" + Running.TOKEN + " HTTP/1.1",
                            "Host: calls.example:" + server.port());
            assertThat(RawHttp.status(foreign)).isEqualTo(403);
        }
    }

    @Test
    void worksWithoutATokenOnLoopback() throws Exception {
        try (Running open = new Running(Files.createDirectory(uploads.resolve("open")), false)) {
            assertThat(open.send(open.bare("/api/calls")).statusCode()).isEqualTo(200);
            assertThat(open.server.link()).isEqualTo(open.server.address());
            String answer =
                    RawHttp.exchange(
                            open.server.port(),
                            "DELETE /api/sources/s1 HTTP/1.1",
                            "Host: localhost:" + open.server.port(),
                            "Origin: http://evil.example");
            assertThat(RawHttp.status(answer)).isEqualTo(403);
        }
    }

    @Test
    void makesTokensOf256RandomBits() {
        assertThat(Token.random()).hasSize(43).isNotEqualTo(Token.random());
        assertThat(new Token("abc").is("abc")).isTrue();
        assertThat(new Token("abc").is("ab")).isFalse();
        assertThat(new Token("abc").is(null)).isFalse();
    }
}
