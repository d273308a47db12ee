package io.callogram.analyzer.sip.jain;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.core.CommonLogger;
import gov.nist.core.Debug;
import io.callogram.analyzer.sip.HeaderLine;
import io.callogram.analyzer.sip.jain.Structured.Node;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredHeadersTest {

    private static Structured read(String name, String value) {
        return StructuredHeaders.of(new HeaderLine(0, 0, 0, name, name, value));
    }

    /// `name=value` leaves with their children in brackets.
    private static String text(Node node) {
        String children =
                node.children().stream()
                        .map(StructuredHeadersTest::text)
                        .reduce("", (a, b) -> a + " " + b);
        return node.name()
                + (node.value().isEmpty() ? "" : "=" + node.value())
                + (children.isEmpty() ? "" : " [" + children.strip() + "]");
    }

    private static String text(Structured structured) {
        assertThat(structured.isRead()).isTrue();
        return String.join(
                " | ", structured.values().stream().map(StructuredHeadersTest::text).toList());
    }

    @Test
    void showsEachVia() {
        assertThat(
                        text(
                                read(
                                        "Via",
                                        "SIP/2.0/UDP a.example:5062;branch=z9hG4bK1;rport, SIP/2.0/TLS b.example")))
                .isEqualTo(
                        "Via [protocol=SIP/2.0 transport=UDP host=a.example port=5062 branch=z9hG4bK1 rport]"
                                + " | Via [protocol=SIP/2.0 transport=TLS host=b.example]");
    }

    @Test
    void showsAddressAndParameters() {
        assertThat(
                        text(
                                read(
                                        "From",
                                        "\"A\" <sip:1001@example.com:5061;user=phone?Subject=x>;tag=t")))
                .isEqualTo(
                        "From [display=A uri [scheme=sip user=1001 host=example.com port=5061 user=phone headers [Subject=x]] tag=t]");
    }

    @Test
    void showsAChallenge() {
        assertThat(
                        text(
                                read(
                                        "WWW-Authenticate",
                                        "Digest realm=\"example.com\", nonce=\"f84f\", algorithm=SHA-256, qop=\"auth\"")))
                .contains(
                        "scheme=Digest",
                        "realm=example.com",
                        "nonce=f84f",
                        "algorithm=SHA-256",
                        "qop=auth");
    }

    @Test
    void hidesTheDigestResponseButNotThatItIsThere() {
        String value =
                "Digest username=\"u\", realm=\"r\", nonce=\"n\", uri=\"sip:e\", response=\"%s\"";

        assertThat(text(read("Authorization", value.formatted("5f4dcc3b"))))
                .contains("response=…")
                .doesNotContain("5f4d");
        assertThat(text(read("Authorization", value.formatted(""))))
                .contains("response")
                .doesNotContain("response=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Server",
                "User-Agent",
                "Content-Length",
                "Timestamp",
                "P-Asserted-Service",
                "MIME-Version",
                "Subject",
                ""
            })
    void asksTheLibraryOnlyForNamesThatItReadsWell(String name) {
        assertThat(read(name, "x").isRead()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SIP/2.0/UDP h (\\",
                "SIP/2.0/UDP h (comment)",
                "SIP/2.0/UDP h;x=\"(",
                "",
                "SIP/2.0/UDP",
                "SIP/2.0/UDP h\0"
            })
    @Timeout(20)
    void refusesAViaThatTheLibraryCannotEnd(String value) {
        Structured tree = read("Via", value);

        assertThat(tree.isRead()).isFalse();
        assertThat(tree.values()).isEmpty();
        assertThat(Objects.requireNonNull(tree.problem()).slug()).isEqualTo("not-structured");
    }

    @Test
    void refusesWhatItsQuadraticLoopsWouldSuffer() {
        assertThat(read("Route", "<sip:a>,".repeat(101) + "<sip:a>").isRead()).isFalse();
        assertThat(read("Contact", "<sip:a" + ";p".repeat(200) + ">").isRead()).isFalse();
        assertThat(read("To", "<sip:" + "a".repeat(9000) + "@b>").isRead()).isFalse();
        assertThat(read("Route", "<sip:a>,".repeat(99) + "<sip:a>").values()).hasSize(100);
    }

    @Test
    void refusesForeignDigits() {
        assertThat(read("CSeq", "\u0661\u0662 INVITE").isRead()).isFalse();
        assertThat(read("CSeq", "12 INVITE").isRead()).isTrue();
    }

    /// Each of these left the library as an exception, an Error, or a stack trace on standard
    /// error.
    @Test
    void keepsWhatTheLibraryThrowsAndPrints() {
        PrintStream standard = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            for (String name :
                    new String[] {
                        "Min-Expires", "RSeq", "CSeq", "RAck", "P-Asserted-Identity", "Warning"
                    }) {
                for (String value :
                        new String[] {
                            "x",
                            "1x",
                            "",
                            "1 ",
                            "99999999999999999999 INVITE",
                            "<",
                            "\"",
                            "307 a \"b"
                        }) {
                    assertThat(read(name, value).name()).isEqualTo(name);
                }
            }
        } finally {
            System.setErr(standard);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void settlesTheLibraryForTheWholeMachine() {
        assertThat(read("To", "<sip:a@b>").isRead()).isTrue();

        assertThat(CommonLogger.useLegacyLogger).isTrue();
        assertThat(CommonLogger.legacyLogger).isInstanceOf(SilentLogger.class);
        assertThat(Debug.parserDebug).isFalse();
    }
}
