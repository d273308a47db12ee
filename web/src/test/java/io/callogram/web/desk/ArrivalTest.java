package io.callogram.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.index.Order;
import io.callogram.analyzer.index.Search;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.samples.generator.Mix;
import io.callogram.samples.generator.Traffic;
import io.callogram.samples.generator.TrafficGenerator;
import io.callogram.web.api.Server;
import io.callogram.web.api.ServerOptions;
import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.api.workbench.SourceView.State;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalTest {

    @TempDir private Path folder;

    private Desk desk;
    private Server server;
    private byte[] capture;

    @BeforeEach
    void starts() throws Exception {
        Path file = folder.resolve("traffic.pcap");
        TrafficGenerator.generate(
                Traffic.of(400, 50, 1, Mix.of("default")), file, null, (_, _, _) -> {});
        capture = Files.readAllBytes(file);
        desk = Desk.open(folder.resolve("data"), Rulebook.STANDARD);
        server = Server.start(ServerOptions.local(0, null, folder.resolve("uploads")), desk);
    }

    @AfterEach
    void ends() throws Exception {
        server.close();
        desk.close();
    }

    private Socket begin(String name, int length) throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        OutputStream out = socket.getOutputStream();
        String head =
                "POST /api/sources?name=%s HTTP/1.1\r\nHost: localhost:%d\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
                        .formatted(name, server.port(), length);
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private Socket half(String name) throws Exception {
        Socket socket = begin(name, capture.length);
        socket.getOutputStream().write(capture, 0, capture.length / 2);
        await(() -> !desk.sources().isEmpty());
        return socket;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 1_200 && !condition.call(); i++) {
            Thread.sleep(25);
        }
        assertThat(condition.call()).isTrue();
    }

    private SourceView only() {
        assertThat(desk.sources()).hasSize(1);
        return desk.sources().getFirst();
    }

    private List<CallRecord> records(int source) throws Exception {
        return desk
                .search(new Search(new Query.All(), Order.NEWEST, Search.MOST, null))
                .calls()
                .stream()
                .filter(call -> call.row().source() == source)
                .toList();
    }

    @Test
    void isReadWhileItIsSentAndGivesTheSame() throws Exception {
        assertThat(capture.length).isGreaterThan(3 << 20);
        try (Socket socket = half("early.pcap")) {
            assertThat(only().state()).isEqualTo(State.UPLOADING);
            assertThat(only().bytes()).isEqualTo(capture.length);
            int rest = capture.length / 2;
            socket.getOutputStream().write(capture, rest, capture.length - rest);
            byte[] answer = socket.getInputStream().readAllBytes();
            assertThat(new String(answer, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 201");
        }
        await(() -> only().state() == State.READY);
        SourceView early = only();
        Path file = Files.write(folder.resolve("late"), capture);
        SourceView late = desk.adopt("early.pcap", file);
        await(() -> desk.source(late.id()).orElseThrow().state() == State.READY);
        assertThat(records(early.id())).hasSameSizeAs(records(late.id())).isNotEmpty();
        assertThat(records(early.id()).stream().map(call -> call.row().messages()))
                .isEqualTo(records(late.id()).stream().map(call -> call.row().messages()).toList());
        assertThat(early.account()).isEqualTo(desk.source(late.id()).orElseThrow().account());
        byte[] kept = Files.readAllBytes(folder.resolve("data/sources/0000000001/upload.capture"));
        assertThat(Arrays.equals(kept, capture)).isTrue();
    }

    @Test
    void leavesNothingWhenTheSendingBreaksOff() throws Exception {
        half("broken.pcap").close();
        await(() -> desk.sources().isEmpty());
        await(() -> records(1).isEmpty());
        await(() -> isEmpty("uploads"));
        assertThat(isEmpty("data/sources")).isTrue();
    }

    private boolean isEmpty(String name) throws Exception {
        try (var left = Files.list(folder.resolve(name))) {
            return left.findAny().isEmpty();
        }
    }

    @Test
    void isGoneWhenItIsRemovedWhileItIsSent() throws Exception {
        try (Socket socket = half("unwanted.pcap")) {
            assertThat(desk.removeSource(only().id())).isTrue();
            int rest = capture.length / 2;
            socket.getOutputStream().write(capture, rest, capture.length - rest);
            byte[] answer = socket.getInputStream().readAllBytes();
            assertThat(new String(answer, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 410");
        }
        assertThat(desk.sources()).isEmpty();
        assertThat(desk.newest()).isZero();
    }
}
