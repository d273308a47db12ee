package io.callogram.analyzer.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.packet.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MessageTextTest {

    @Test
    void listsHeaderLinesAsWrittenAndAsMeant() {
        byte[] bytes = Messages.bytes(Messages.MINIMAL + "s : hello |\t world|K: timer|x-Own: 1||");

        MessageText text = Messages.read(bytes);

        HeaderLine subject = Objects.requireNonNull(text.first("Subject"));
        assertThat(subject.written()).isEqualTo("s");
        assertThat(subject.value()).isEqualTo("hello world");
        assertThat(
                        new String(
                                bytes,
                                subject.offset(),
                                subject.length(),
                                StandardCharsets.ISO_8859_1))
                .isEqualTo("s : hello \r\n\t world");
        assertThat(subject.valueOffset() - subject.offset()).isEqualTo(4);
        assertThat(text.first("Supported")).isNotNull();
        assertThat(text.headers().getLast().name()).isEqualTo("x-Own");
    }

    @Test
    void takesTheStartLineApart() {
        StartLineText request = Messages.read(Messages.MINIMAL + "|").start();
        StartLineText response =
                Messages.read("SIP/2.0 486 Busy  Here|" + Messages.MINIMAL.substring(36) + "|")
                        .start();

        assertThat(request)
                .isEqualTo(
                        new StartLineText(
                                0,
                                "OPTIONS sip:bob@example.com SIP/2.0",
                                "OPTIONS",
                                "sip:bob@example.com",
                                "SIP/2.0",
                                0,
                                ""));
        assertThat(response.status()).isEqualTo(486);
        assertThat(response.reason()).isEqualTo("Busy  Here");
        assertThat(response.version()).isEqualTo("SIP/2.0");
    }

    @Test
    void takesNestedPartsApart() {
        byte[] bytes = Messages.resource("/torture/seeds/multipart.sip");

        MessageText text = Messages.read(bytes);

        assertThat(text.problems()).isEmpty();
        assertThat(text.parts()).extracting(BodyPart::depth).containsExactly(1, 1, 2, 2);
        assertThat(text.parts())
                .extracting(BodyPart::type)
                .containsExactly(
                        "text/xml",
                        "multipart/alternative; boundary=\"in\"",
                        "application/sdp",
                        "text/plain");
        BodyPart plain = text.parts().getLast();
        assertThat(
                        new String(
                                bytes,
                                plain.bodyOffset(),
                                plain.bodyLength(),
                                StandardCharsets.ISO_8859_1))
                .isEqualTo("hello");
        assertThat(text.parts().getFirst().headers())
                .extracting(HeaderLine::name)
                .containsExactly("Content-Type", "Content-Disposition");
    }

    @Test
    void placesProblemsInTheMessageWhereverItStands() {
        byte[] message = Messages.bytes(Messages.MINIMAL.replace("70", "700") + "|");
        byte[] around = new byte[message.length + 20];
        System.arraycopy(message, 0, around, 11, message.length);

        ParseProblem problem =
                Objects.requireNonNull(
                                MessageText.of(around, 11, message.length, Transport.UDP, false))
                        .problems()
                        .getFirst();

        assertThat(problem.slug()).isEqualTo("max-forwards");
        assertThat(problem.section()).isEqualTo("RFC 3261 §20.22");
        assertThat(new String(message, problem.at(), problem.length(), StandardCharsets.ISO_8859_1))
                .isEqualTo("700");
        assertThat(problem.sentence()).endsWith("“700”");
    }

    @Test
    void keepsAFewProblemsAndCountsAll() {
        MessageText text = Messages.read(Messages.MINIMAL + "no colon|".repeat(200) + "|");

        assertThat(text.problems()).hasSize(64);
        assertThat(text.problemCount()).isEqualTo(200);
    }

    @Test
    void showsNothingDangerousInAnExcerpt() {
        String evil = "\u202e\u0000\u001b[31m\r\u200b".repeat(40);

        String excerpt = Escaped.excerpt(evil);

        assertThat(excerpt)
                .doesNotContain("\u202e", "\u0000", "\u001b", "\r", "\u200b")
                .contains("\\u{202e}", "\\x1b", "…");
        assertThat(excerpt.length()).isLessThan(100);
    }

    @Test
    void boundsTheNumberOfLines() {
        MessageText text = Messages.read(Messages.MINIMAL + "a: b|".repeat(1000) + "|body");

        assertThat(text.headers()).hasSize(256);
        assertThat(text.problems()).extracting(ParseProblem::slug).contains("too-many-lines");
        assertThat(text.bodyLength()).isEqualTo(4);
    }
}
