package io.callogram.analyzer.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.sdp.SdpScanner;
import io.callogram.capture.packet.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What brought down other parsers, made as large as a message may be: a megabyte each, read often
/// enough that anything worse than linear work would take hours. The time limit only ends that.
class KillersTest {

    private static final int LARGEST = 1 << 20;
    private static final int TIMES = 10;

    /// Repeated in one header value after another, or in one value without end.
    static Stream<String> units() {
        return Stream.of(
                "<",
                "<,",
                "\"",
                "\",",
                "(",
                "(,",
                "\\",
                "\"\\",
                ",",
                ";",
                ";=",
                ";a=\"",
                ";a=<",
                "<;\",(",
                "\r\n ",
                "\r\n \r\n ",
                "\t",
                "\0",
                "\1",
                ":",
                "@",
                "?",
                "=",
                "[",
                "a",
                "é",
                "\r\n,<",
                " ,",
                "%",
                "//",
                "<sip:a>,",
                ";tag=a");
    }

    private static Sighting scan(byte[] bytes) {
        Scanner scanner = new Scanner();
        SdpScanner sessions = new SdpScanner();
        Sighting sighting = null;
        for (int i = 0; i < TIMES; i++) {
            sighting = scanner.scan(Messages.payload(bytes), 0);
            if (sighting != null) {
                sessions.of(sighting, bytes, 0);
            }
        }
        return Objects.requireNonNull(sighting);
    }

    @ParameterizedTest
    @MethodSource("units")
    @Timeout(300)
    void readsLongValuesInLinearTime(String unit) {
        String value = unit.repeat(8000 / unit.length());
        StringBuilder message = new StringBuilder(Messages.MINIMAL.replace("|", "\r\n"));
        String[] names = {
            "Via", "Contact", "From", "To", "Record-Route", "Call-ID", "CSeq", "Authorization", "X"
        };
        for (int i = 0; message.length() < LARGEST - 8100; i++) {
            message.append(names[i % names.length]).append(": ").append(value).append("\r\n");
        }
        byte[] bytes = message.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);

        assertThat(scan(bytes).problems()).isPositive();
        assertThat(Messages.read(bytes).headers()).hasSizeLessThanOrEqualTo(256);
    }

    @ParameterizedTest
    @MethodSource("units")
    @Timeout(300)
    void readsOneEndlessValue(String unit) {
        String message =
                Messages.MINIMAL.replace("|", "\r\n")
                        + "m: "
                        + unit.repeat(LARGEST / unit.length());
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);

        assertThat(scan(bytes).problems()).isPositive();
        HeaderLine contact = Messages.read(bytes).first("Contact");
        assertThat(Objects.requireNonNull(contact).value()).hasSizeLessThanOrEqualTo(8192);
    }

    @ParameterizedTest
    @MethodSource("boundaries")
    @Timeout(300)
    void takesNoBoundaryForAPattern(String boundary) {
        String body = ("--" + boundary + "\r\n\r\n").repeat(2000) + "a".repeat(60_000);
        String head =
                Messages.MINIMAL.replace("|", "\r\n")
                        + "c: multipart/mixed;boundary=\""
                        + boundary
                        + "\"\r\n\r\n";
        byte[] bytes = (head + body).getBytes(StandardCharsets.UTF_8);

        assertThat(scan(bytes).sdp()).isFalse();
        assertThat(Messages.read(bytes).parts()).hasSizeLessThanOrEqualTo(Multipart.MOST_PARTS);
    }

    static Stream<String> boundaries() {
        Stream<String> patterns =
                Stream.of(
                        "(.*)(.*)(.*)(.*)x",
                        "(((",
                        "(a|b)*c",
                        "(a+)+$",
                        "[",
                        "\\",
                        "*",
                        "{1,99999}",
                        "\\Q",
                        "$^",
                        "a{2}{3}",
                        "-",
                        "--",
                        "");
        return Stream.concat(patterns, IntStream.range(1, 6).mapToObj(n -> "(x+x+)+y".repeat(n)));
    }

    @Test
    @Timeout(60)
    void endsNestedMultipartBodies() {
        StringBuilder body = new StringBuilder();
        for (int depth = 0; depth < 5000; depth++) {
            body.append("--b\r\nContent-Type: multipart/mixed;boundary=b\r\n\r\n");
        }
        byte[] bytes = Messages.bytes(Messages.MINIMAL + "c: multipart/mixed;boundary=b||" + body);

        assertThat(scan(bytes).problems()).isPositive();
        assertThat(Messages.read(bytes).parts())
                .allMatch(part -> part.depth() <= Multipart.DEEPEST);
    }

    @Test
    void takesKeepAlivesAndNoiseForNoMessage() {
        for (String noise :
                new String[] {
                    "",
                    "|",
                    "||",
                    "\0",
                    "\0\0\0\0",
                    "    ",
                    "GET / HTTP/1.1||",
                    "OPTIONS * RTSP/1.0||",
                    "\u00ff\u00fe",
                    "SIP",
                    "SIP/2.0",
                    "SIP/2.0 ",
                    "SIP/2.0 20",
                    "INVITE",
                    "INVITE ",
                    "jaK"
                }) {
            assertThat(new Scanner().scan(Messages.payload(Messages.bytes(noise)), 0))
                    .as(noise)
                    .isNull();
            assertThat(
                            MessageText.of(
                                    Messages.bytes(noise),
                                    0,
                                    Messages.bytes(noise).length,
                                    Transport.UDP,
                                    false))
                    .isNull();
        }
    }

    @Test
    void readsTheViaThatFillsTheHeapOfOthers() {
        byte[] bytes = Messages.bytes("OPTIONS sip:a@b SIP/2.0|Via: SIP/2.0/UDP h (\\||");

        assertThat(scan(bytes).vias()).isEqualTo(1);
        assertThat(Messages.read(bytes).headers()).hasSize(1);
    }

    @Test
    void keepsLongIdentifiersOutOfItsCaches() {
        for (String name : new String[] {"Call-ID", "From", "m", "Via"}) {
            Sighting sighting =
                    Messages.scan(
                            Messages.MINIMAL.replace(name + ":", "X:")
                                    + name
                                    + ": "
                                    + "a".repeat(60_000)
                                    + "||");
            assertThat(sighting.callId()).hasSizeLessThanOrEqualTo(8192);
        }
    }
}
