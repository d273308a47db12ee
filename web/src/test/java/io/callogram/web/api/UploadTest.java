package io.callogram.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadTest {

    @TempDir private Path folder;

    private Path spool;
    private Running running;

    @BeforeEach
    void starts() throws Exception {
        spool = folder.resolve("spool");
        Files.createDirectories(spool);
        Files.writeString(spool.resolve("dead.upload"), "left by a server that died");
        running = new Running(spool, true);
    }

    @AfterEach
    void stops() throws Exception {
        running.close();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private List<Path> spooled() throws Exception {
        try (var files = Files.list(spool)) {
            return files.toList();
        }
    }

    @Test
    void keepsWhatIsSentByteForByte() throws Exception {
        byte[] capture = bytes(Running.CAP);
        HttpResponse<String> response =
                running.send(
                        running.request("/api/sources?name=a.pcap")
                                .POST(BodyPublishers.ofByteArray(capture)));
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Location")).contains("/api/sources/s2");
        assertThat(Running.parse(response.body()).get("name").asString()).isEqualTo("a.pcap");
        assertThat(running.workbench.received(2)).isEqualTo(capture);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void takesAStreamOfUnknownLength() throws Exception {
        byte[] capture = bytes(200_000);
        HttpResponse<String> response =
                running.send(
                        running.request("/api/sources?name=b.pcap")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new java.io.ByteArrayInputStream(capture))));
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(running.workbench.received(2)).isEqualTo(capture);
    }

    @Test
    void takesAFileOfAForm() throws Exception {
        byte[] capture = bytes(300_000);
        byte[] head =
                """
                --frontier
                Content-Disposition: form-data; name="note"

                hello
                --frontier
                Content-Disposition: form-data; name="file"; filename="../c.pcap"

                """
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\r\n--frontier--\r\n".getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> response =
                running.send(
                        running.request("/api/sources")
                                .header("Content-Type", "multipart/form-data; boundary=frontier")
                                .POST(BodyPublishers.ofByteArrays(List.of(head, capture, tail))));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        assertThat(Running.parse(response.body()).get("name").asString()).isEqualTo("c.pcap");
        assertThat(running.workbench.received(2)).isEqualTo(capture);
        running.close();
        assertThat(spooled()).isEmpty();
        running = new Running(spool, true);
    }

    @Test
    void refusesAFormThatIsTooLarge() throws Exception {
        byte[] head =
                """
                --frontier
                Content-Disposition: form-data; name="file"; filename="c.pcap"

                """
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\r\n--frontier--\r\n".getBytes(StandardCharsets.US_ASCII);
        HttpResponse<String> response =
                running.send(
                        running.request("/api/sources")
                                .header("Content-Type", "multipart/form-data; boundary=frontier")
                                .POST(
                                        BodyPublishers.ofByteArrays(
                                                List.of(head, bytes(Running.CAP + 10), tail))));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(413);
        assertThat(running.workbench.sources()).hasSize(1);
        assertThat(spooled()).isEmpty();
    }

    @Test
    void refusesAFormWithoutAFile() throws Exception {
        HttpResponse<String> response =
                running.send(
                        running.request("/api/sources")
                                .header("Content-Type", "multipart/form-data; boundary=frontier")
                                .POST(BodyPublishers.ofString("--frontier--\r\n")));
        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAnAnnouncedLengthThatIsTooLarge() throws Exception {
        String answer =
                RawHttp.exchange(
                        running.server.port(),
                        "POST /api/sources HTTP/1.1",
                        "Host: localhost:" + running.server.port(),
                        "Authorization: Bearer " + Running.TOKEN,
                        "Content-Length: 99999999999");
        assertThat(RawHttp.status(answer)).isEqualTo(413);
        assertThat(answer).contains("upload-too-large");
    }

    @Test
    void stopsAStreamThatGrowsTooLarge() throws Exception {
        try (Socket socket = open("Transfer-Encoding: chunked")) {
            OutputStream out = socket.getOutputStream();
            byte[] chunk = bytes(1 << 16);
            for (int i = 0; i < Running.CAP / chunk.length + 1; i++) {
                out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(chunk);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
            assertThat(RawHttp.status(RawHttp.read(socket.getInputStream()))).isEqualTo(413);
        }
        assertThat(spooled()).isEmpty();
        assertThat(running.workbench.sources()).hasSize(1);
    }

    @Test
    void leavesNothingOfUploadsThatBreakOff() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (Socket socket = open("Content-Length: 500000")) {
                socket.getOutputStream().write(bytes(100_000));
                socket.getOutputStream().flush();
                awaitSpooled(1);
            }
            awaitSpooled(0);
        }
        // four run at a time: an upload that succeeds proves that their places are free again
        HttpResponse<String> response =
                running.send(
                        running.request("/api/sources")
                                .POST(BodyPublishers.ofByteArray(bytes(10))));
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(running.workbench.sources()).hasSize(2);
        assertThat(spooled()).isEmpty();
    }

    private void awaitSpooled(int count) throws Exception {
        for (int i = 0; i < 200 && spooled().size() != count; i++) {
            Thread.sleep(50);
        }
    }

    @Test
    void receivesFourAtATime() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                Socket socket = open("Content-Length: 500000");
                socket.getOutputStream().write(bytes(100_000));
                socket.getOutputStream().flush();
                sockets.add(socket);
            }
            awaitSpooled(4);
            HttpResponse<String> fifth =
                    running.send(
                            running.request("/api/sources")
                                    .POST(BodyPublishers.ofByteArray(bytes(10))));
            assertThat(fifth.statusCode()).isEqualTo(429);
            assertThat(fifth.headers().firstValue("Retry-After")).isPresent();
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        awaitSpooled(0);
        assertThat(spooled()).isEmpty();
    }

    private Socket open(String length) throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.server.port());
        socket.setSoTimeout(20_000);
        String head =
                "POST /api/sources?name=x HTTP/1.1\r\nHost: localhost:"
                        + running.server.port()
                        + "\r\nAuthorization: Bearer "
                        + Running.TOKEN
                        + "\r\nConnection: close\r\n"
                        + length
                        + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void spoolsWhereNobodyElseLooks() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spool)))
                .isEqualTo("rwx------");
    }

    @Test
    void removesWhatADeadServerLeft() throws Exception {
        assertThat(spooled()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a.pcap               | a.pcap
                    ../../etc/passwd     | passwd
                    C:\\temp\\b.pcap     | b.pcap
                    ..                   | capture
                    ''                   | capture
                    抓包.pcap            | 抓包.pcap
                    """)
    void showsOnlyTheLastPartOfAName(String asked, String shown) {
        assertThat(SourceRoutes.name(asked)).isEqualTo(shown);
    }

    @Test
    void showsNamesWithoutControls() {
        assertThat(SourceRoutes.name("a\u202egpj\u0000.\r\npcap\ud800")).isEqualTo("agpj.pcap");
        assertThat(SourceRoutes.name("x".repeat(500))).hasSize(120);
        assertThat(SourceRoutes.name(null)).isEqualTo("capture");
    }
}
