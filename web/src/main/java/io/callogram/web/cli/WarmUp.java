package io.callogram.web.cli;

import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.web.api.Server;
import io.callogram.web.api.ServerOptions;
import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.desk.Desk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/// What commands do most, done once in a folder of its own, for the virtual machine to note which
/// classes and methods that takes: the next start finds them prepared. Run by the start script.
final class WarmUp {
    private static final int LOOK_MILLIS = 50;
    private static final String CALLS = "3000";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    private WarmUp(URI address) {
        this.address = address;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        Path capture = folder.resolve("warm-up.pcap");
        command("generate", "--calls", CALLS, "--rate", "50", "--out", capture.toString());
        String out = folder.resolve("warm-up.json").toString();
        command("analyze", capture.toString(), "--format", "json", "--out", out);
        ServerOptions options = ServerOptions.local(0, null, folder.resolve("uploads"));
        try (Desk desk = Desk.open(folder.resolve("data"), Rulebook.STANDARD);
                Server server = Server.start(options, desk)) {
            new WarmUp(server.address()).browse(capture, desk);
        }
        System.exit(0);
    }

    private static void command(String... arguments) throws IOException {
        if (Main.run(arguments) != 0) {
            throw new IOException(arguments[0] + " failed");
        }
    }

    private void browse(Path capture, Desk desk) throws IOException, InterruptedException {
        send(
                HttpRequest.newBuilder(address.resolve("/api/sources?name=warm-up.pcap"))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(Files.readAllBytes(capture))));
        while (desk.sources().getFirst().state() == SourceView.State.READING) {
            Thread.sleep(LOOK_MILLIS);
        }
        for (String page : new String[] {"/", "/api/calls?q=1", "/api/sources", "/api/flows"}) {
            send(HttpRequest.newBuilder(address.resolve(page)));
        }
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
        if (status >= 300) {
            throw new IOException(address + " answered " + status);
        }
    }
}
