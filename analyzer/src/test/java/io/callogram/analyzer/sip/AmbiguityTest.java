package io.callogram.analyzer.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Messages that two readers may read in two ways: both readings stay visible, and a problem marks
/// the place. Each row: the problem, how often the header field occurs, the value that counts, the
/// field, and the message (`|` is CRLF, `¦` a bare CR, `¬` a bare LF, `→` a tab, `∅` a NUL).
class AmbiguityTest {

    private static final String VIA = "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1|";
    private static final String FROM = "From: <sip:alice@example.com>;tag=a|";
    private static final String TO = "To: <sip:bob@example.com>|";
    private static final String REST = "CSeq: 7 OPTIONS|Max-Forwards: 70|";
    private static final String START = "OPTIONS sip:bob@example.com SIP/2.0|";
    private static final String ALL = VIA + FROM + TO + "Call-ID: one|" + REST;

    record Case(String slug, String field, int times, String first, String message) {}

    static Stream<Case> cases() {
        return Stream.of(repeated(), lineEnds(), lengths(), values()).flatMap(List::stream);
    }

    private static List<Case> repeated() {
        return List.of(
                new Case("header-repeated", "Call-ID", 2, "one", START + ALL + "Call-ID: two||"),
                new Case("header-repeated", "Call-ID", 2, "one", START + ALL + "i: two||"),
                new Case("header-repeated", "Call-ID", 2, "one", START + ALL + "Call-ID: one||"),
                new Case(
                        "header-repeated",
                        "From",
                        2,
                        "<sip:alice@example.com>;tag=a",
                        START + ALL + "f: <sip:eve@x>;tag=b||"),
                new Case(
                        "header-repeated",
                        "To",
                        2,
                        "<sip:bob@example.com>",
                        START + ALL + "TO : <sip:eve@x>||"),
                new Case(
                        "header-repeated",
                        "CSeq",
                        2,
                        "7 OPTIONS",
                        START + ALL + "cseq: 8 OPTIONS||"),
                new Case(
                        "header-repeated",
                        "Max-Forwards",
                        2,
                        "70",
                        START + ALL + "max-forwards: 0||"),
                new Case(
                        "header-repeated",
                        "Content-Type",
                        2,
                        "a/b",
                        START + ALL + "c: a/b|Content-Type: c/d||"),
                new Case(
                        "header-repeated",
                        "Expires",
                        2,
                        "1",
                        START + ALL + "Expires: 1|EXPIRES: 2||"),
                new Case(
                        "header-repeated",
                        "Refer-To",
                        2,
                        "<sip:a@b>",
                        START + ALL + "r: <sip:a@b>|Refer-To: <sip:c@d>||"));
    }

    private static List<Case> lineEnds() {
        return List.of(
                new Case(
                        "bare-cr",
                        "Call-ID",
                        2,
                        "two",
                        START + "Subject: x¦Call-ID: two|" + ALL + "|"),
                new Case("bare-cr", "Subject", 1, "x", START + ALL + "Subject: x¦¦"),
                new Case(
                        "bare-lf",
                        "Call-ID",
                        2,
                        "two",
                        START + "Subject: x¬Call-ID: two|" + ALL + "|"),
                new Case("bare-lf", "Subject", 1, "x", START + ALL + "Subject: x¬¬"),
                new Case("bare-lf", "Call-ID", 1, "one", (START + ALL + "|").replace('|', '¬')),
                new Case("bare-cr", "Call-ID", 1, "one", (START + ALL + "|").replace('|', '¦')),
                new Case("bare-lf", "Subject", 1, "x y", START + ALL + "Subject: x¬ y||"),
                new Case("blank-line", "Call-ID", 2, "one", START + ALL + " |Call-ID: two||"),
                new Case("blank-line", "Call-ID", 2, "one", START + ALL + "→→|Call-ID: two||"),
                new Case("blank-line", "Subject", 1, "x", START + "Subject: x| |" + ALL + "|"),
                new Case("stray-fold", "Call-ID", 1, "one", START + " Call-ID: two|" + ALL + "|"),
                new Case("stray-fold", "", 1, "Call-ID: two", START + "→Call-ID: two|" + ALL + "|"),
                new Case("no-colon", "Call-ID", 1, "one", START + "Call-ID two|" + ALL + "|"),
                new Case("no-colon", "", 1, "just words", START + ALL + "just words||"),
                new Case("header-name", "Call ID", 1, "two", START + "Call ID: two|" + ALL + "|"),
                new Case("header-name", "", 1, "two", START + ": two|" + ALL + "|"),
                new Case("control-character", "Subject", 1, "x∅y", START + ALL + "Subject: x∅y||"),
                new Case(
                        "control-character",
                        "Call-ID∅",
                        1,
                        "two",
                        START + "Call-ID∅: two|" + ALL + "|"));
    }

    private static List<Case> lengths() {
        return List.of(
                new Case(
                        "content-lengths-differ",
                        "Content-Length",
                        2,
                        "2",
                        START + ALL + "l: 2|Content-Length: 4|c: a/b||abcd"),
                new Case(
                        "content-lengths-differ",
                        "Content-Length",
                        2,
                        "0",
                        START + ALL + "l: 0|l: 3|c: a/b||abc"),
                new Case(
                        "header-repeated",
                        "Content-Length",
                        2,
                        "3",
                        START + ALL + "l: 3|l: 3|c: a/b||abc"),
                new Case(
                        "body-short",
                        "Content-Length",
                        1,
                        "5000",
                        START + ALL + "l: 5000|c: a/b||abcde"),
                new Case(
                        "bytes-after-body",
                        "Content-Length",
                        1,
                        "2",
                        START + ALL + "l: 2|c: a/b||abcdefghij"),
                new Case(
                        "bytes-after-body",
                        "Content-Length",
                        1,
                        "0",
                        START + ALL + "l: 0||" + START + ALL + "|"),
                new Case("content-length", "Content-Length", 1, "-1", START + ALL + "l: -1||"),
                new Case(
                        "content-length",
                        "Content-Length",
                        1,
                        "0x5",
                        START + ALL + "l: 0x5|c: a/b||abcde"),
                new Case(
                        "content-length",
                        "Content-Length",
                        1,
                        "+5",
                        START + ALL + "l: +5|c: a/b||abcde"),
                new Case("header-cut", "Max-Forwards", 1, "70", START + ALL),
                new Case(
                        "header-cut",
                        "Call-ID",
                        1,
                        "on",
                        START + VIA + FROM + TO + REST + "Call-ID: on"));
    }

    private static List<Case> values() {
        String noCallId = START + VIA + FROM + TO + REST;
        return List.of(
                new Case("call-id-space", "Call-ID", 1, "one two", noCallId + "Call-ID: one two||"),
                new Case("header-empty", "Call-ID", 2, "", noCallId + "Call-ID:|Call-ID: two||"),
                new Case(
                        "cseq-unreadable",
                        "CSeq",
                        1,
                        "\u0661\u0662 OPTIONS",
                        START + VIA + FROM + TO + "Call-ID: one|CSeq: \u0661\u0662 OPTIONS||"),
                new Case(
                        "cseq-range",
                        "CSeq",
                        1,
                        "4294967297 OPTIONS",
                        START + VIA + FROM + TO + "Call-ID: one|CSeq: 4294967297 OPTIONS||"),
                new Case(
                        "cseq-method",
                        "CSeq",
                        1,
                        "7 INVITE",
                        START + VIA + FROM + TO + "Call-ID: one|CSeq: 7 INVITE||"),
                new Case(
                        "tag-repeated",
                        "From",
                        1,
                        "<sip:a@b>;tag=a;tag=b",
                        START + VIA + TO + REST + "Call-ID: one|From: <sip:a@b>;tag=a;tag=b||"),
                new Case(
                        "unclosed-quote",
                        "From",
                        1,
                        "\"A <sip:a@b>;tag=a",
                        START + VIA + TO + REST + "Call-ID: one|From: \"A <sip:a@b>;tag=a||"),
                new Case(
                        "unclosed-bracket",
                        "To",
                        1,
                        "<sip:a@b;tag=a",
                        START + VIA + FROM + REST + "Call-ID: one|To: <sip:a@b;tag=a||"),
                new Case("junk-before", "Call-ID", 1, "one", "∅∅|" + START + ALL + "|"),
                new Case(
                        "sip-version",
                        "Call-ID",
                        1,
                        "one",
                        START.replace("2.0", "3.0") + ALL + "|"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void showsBothReadingsAndMarksThePlace(Case c) {
        byte[] bytes = bytes(c.message);
        byte[] before = bytes.clone();

        MessageText text = Messages.read(bytes);

        assertThat(bytes).isEqualTo(before);
        assertThat(text.problems()).extracting(ParseProblem::slug).contains(c.slug);
        List<HeaderLine> lines =
                text.headers().stream().filter(line -> line.name().equals(plain(c.field))).toList();
        assertThat(lines).hasSize(c.times);
        assertThat(lines.getFirst().value()).isEqualTo(plain(c.first));
        Sighting sighting = Objects.requireNonNull(new Scanner().scan(Messages.payload(bytes), 0));
        assertThat(sighting.problems()).isEqualTo(text.problemCount()).isPositive();
        if (c.field.equals("Call-ID") && !c.first.isEmpty()) {
            assertThat(sighting.callId()).isEqualTo(c.first);
        }
        assertEveryByteIsAccountedFor(bytes, text);
    }

    /// Lines and body together cover the message, but for line ends and junk.
    private static void assertEveryByteIsAccountedFor(byte[] bytes, MessageText text) {
        boolean[] seen = new boolean[bytes.length];
        int start = text.start().offset();
        Arrays.fill(seen, 0, start, true);
        Arrays.fill(seen, start, start + text.start().text().length(), true);
        for (HeaderLine line : text.headers()) {
            Arrays.fill(seen, line.offset(), line.offset() + line.length(), true);
        }
        Arrays.fill(seen, text.bodyOffset(), bytes.length, true);
        for (int i = 0; i < bytes.length; i++) {
            assertThat(seen[i] || bytes[i] == '\r' || bytes[i] == '\n').as("byte " + i).isTrue();
        }
    }

    private static String plain(String text) {
        return text.replace('∅', '\0');
    }

    private static byte[] bytes(String message) {
        return plain(message)
                .replace("|", "\r\n")
                .replace('¦', '\r')
                .replace('¬', '\n')
                .replace('→', '\t')
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
