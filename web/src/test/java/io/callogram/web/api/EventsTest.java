package io.callogram.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.Call;
import io.callogram.web.api.workbench.Workbench.Change;
import io.callogram.web.json.EventFields;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EventsTest {

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

    @Test
    void tellsWhatHappens() throws Exception {
        HttpResponse<Stream<String>> response =
                running.client.send(
                        running.request("/api/events")
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        try (Stream<String> stream = response.body()) {
            Iterator<String> lines = stream.iterator();
            assertThat(lines.next()).startsWith(":");
            running.workbench.tell(new Change.OfCalls(1, 12));
            running.workbench.tell(new Change.OfSource(running.workbench.sources().getFirst()));
            List<String> seen = new ArrayList<>();
            while (seen.size() < 4) {
                String line = lines.next();
                if (!line.isBlank() && !line.startsWith(":")) {
                    seen.add(line);
                }
            }
            assertThat(seen.get(0)).isEqualTo("event: calls");
            assertThat(seen.get(1)).isEqualTo("data: {\"source\":\"s1\",\"changed\":12}");
            assertThat(seen.get(2)).isEqualTo("event: source");
            assertThat(seen.get(3))
                    .startsWith("data: {\"id\":\"s1\",\"name\":\"pbx.pcap\",\"state\":\"ready\"");
        }
    }

    @Test
    void tellsDerivedEventsToWhoeverAskedForThem() throws Exception {
        HttpResponse<Stream<String>> response =
                running.client.send(
                        running.request("/api/events?derived=true")
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofLines());
        Call call = running.workbench.basicCall();
        try (Stream<String> stream = response.body()) {
            Iterator<String> lines = stream.iterator();
            assertThat(lines.next()).startsWith(":");
            running.workbench.tell(new Change.OfCall(call.id()));
            running.workbench.tell(new Change.OfCalls(1, 1));
            running.workbench.tell(new Change.OfCall(call.id()));
            running.workbench.tell(new Change.OfCalls(77, 1));
            StringBuilder derived = new StringBuilder();
            String line = lines.next();
            while (!line.contains("s77")) {
                String content = line.startsWith("data: ") ? line.substring(6) : "";
                derived.append(content.contains("\"number\"") ? content + "\n" : "");
                line = lines.next();
            }
            assertThat(call.events()).isNotEmpty();
            assertThat(derived)
                    .hasToString(
                            new String(
                                    EventFields.lines(call, "pbx.pcap"), StandardCharsets.UTF_8));
        }
    }

    @Test
    void letsFewListenersOfDerivedEventsIn() throws Exception {
        List<Stream<String>> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 17; i++) {
                HttpResponse<Stream<String>> response =
                        running.client.send(
                                running.request("/api/events?derived=true")
                                        .header("Accept", "text/event-stream")
                                        .build(),
                                BodyHandlers.ofLines());
                streams.add(response.body());
                assertThat(response.statusCode()).isEqualTo(i < 16 ? 200 : 503);
            }
        } finally {
            streams.forEach(Stream::close);
        }
    }

    @Test
    void streamsToListenersOnly() throws Exception {
        assertThat(running.get("/api/events").statusCode()).isEqualTo(406);
    }

    private Socket stalled() throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1 << 12);
        socket.connect(new InetSocketAddress("localhost", running.server.port()));
        String request =
                "GET /api/events HTTP/1.1\r\nHost: localhost:"
                        + running.server.port()
                        + "\r\nAuthorization: Bearer "
                        + Running.TOKEN
                        + "\r\nAccept: text/event-stream\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void letsListenersThatNeverReadHoldUpNobody() throws Exception {
        List<Socket> stalled = new ArrayList<>();
        HttpResponse<Stream<String>> response =
                running.client.send(
                        running.request("/api/events")
                                .header("Accept", "text/event-stream")
                                .build(),
                        BodyHandlers.ofLines());
        try (Stream<String> stream = response.body()) {
            for (int i = 0; i < 200; i++) {
                stalled.add(stalled());
            }
            while (!running.get("/api/metrics").body().contains("event_listeners 201")) {
                Thread.onSpinWait();
            }
            long before = used();
            Change change = new Change.OfSource(running.workbench.sources().getFirst());
            for (int i = 0; i < 50_000; i++) {
                running.workbench.tell(change);
            }
            assertThat(used() - before).isLessThan(64L << 20);
            // One that was behind a moment ago may be told to ask anew instead.
            Iterator<String> lines = stream.iterator();
            running.workbench.tell(new Change.OfCalls(77, 1));
            String line = lines.next();
            while (!line.contains("s77")) {
                if (line.equals("event: resync")) {
                    running.workbench.tell(new Change.OfCalls(77, 1));
                }
                line = lines.next();
            }
            assertThat(line).isEqualTo("data: {\"source\":\"s77\",\"changed\":1}");
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    @Test
    void tellsAListenerThatFellBehindToAskAnew() throws Exception {
        try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), running.server.port())) {
            slow.setSoTimeout(20_000);
            String request =
                    "GET /api/events HTTP/1.1\r\nHost: localhost:"
                            + running.server.port()
                            + "\r\nAuthorization: Bearer "
                            + Running.TOKEN
                            + "\r\nAccept: text/event-stream\r\n\r\n";
            slow.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(slow.getInputStream(), StandardCharsets.UTF_8));
            String line = in.readLine();
            while (line != null
                    && !line.startsWith(": connected")
                    && !line.startsWith(":connected")) {
                line = in.readLine();
            }
            Change change = new Change.OfSource(running.workbench.sources().getFirst());
            int told = 40_000;
            for (int i = 0; i < told; i++) {
                running.workbench.tell(
                        change); // nobody reads: far more than sockets and queue hold
            }
            int events = 0;
            boolean resync = false;
            while (!resync) {
                line = in.readLine();
                assertThat(line).isNotNull();
                resync = line.equals("event: resync");
                events += line.startsWith("event: source") ? 1 : 0;
            }
            assertThat(events).isLessThan(told);
        }
    }
}
