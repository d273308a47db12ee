package io.callogram.web.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server on a free port with the one call in it, and a client that talks to it.
final class Running implements AutoCloseable {

    static final String TOKEN = "0123456789abcdef0123456789abcdef0123456789a";
    static final int CAP = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    final MemoryWorkbench workbench = new MemoryWorkbench();
    final Server server;
    final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Running(Path uploads, boolean token) throws IOException {
        ServerOptions options =
                new ServerOptions(
                        ServerOptions.LOOPBACK, 0, token ? TOKEN : null, uploads, CAP, null);
        server = Server.start(options, workbench, new Assets("pages"));
    }

    URI uri(String path) {
        return server.address().resolve(path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + TOKEN);
    }

    HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    JsonNode json(String path) throws Exception {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return parse(response.body());
    }

    static JsonNode parse(String body) {
        return MAPPER.readTree(body);
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
        workbench.close();
    }
}
