package io.callogram.analyzer.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.packet.Transport;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class MessageRewriteTest {

    private final Pseudonyms pseudonyms = new Pseudonyms(new byte[32], new HashSet<>());
    private int blotted;

    private String rewritten(String text) {
        byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        MessageRewrite rewrite = new MessageRewrite(bytes, pseudonyms);
        rewrite.replace(0, bytes.length, Transport.UDP);
        blotted = rewrite.blotted();
        String out = new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
        assertThat(out.getBytes(StandardCharsets.UTF_8))
                .hasSameSizeAs(text.getBytes(StandardCharsets.UTF_8));
        return out;
    }

    /// The value of a field in a message that has nothing else of interest.
    private String field(String name, String value) {
        String out =
                rewritten(
                        "OPTIONS sip:a@b SIP/2.0\nVia: SIP/2.0/UDP c\n"
                                + (name + ": " + value + "\n\n"));
        int at = out.indexOf("\n" + name + ": ");
        return out.substring(at + name.length() + 3, out.length() - 2);
    }

    private String body(String type, String body) {
        String out =
                rewritten(
                        "INFO sip:a@b SIP/2.0\nContent-Type: "
                                + (type
                                        + "\nContent-Length: "
                                        + body.replace("\n", "\r\n").length())
                                + ("\n\n" + body));
        return out.substring(out.indexOf("\n\n") + 2);
    }

    @Test
    void replacesWhoAndWhereAndNothingElseOfAnAddress() {
        String from =
                field(
                        "From",
                        "\"Alice Smith\" <sip:+4930123456@pbx.example.com:5070>;tag=9fxced76sl");
        assertThat(from)
                .matches(
                        "\"[A-Z][a-z]{4} [A-Z][a-z]{4}\" <sip:\\+[1-9]{3}0[1-9]{6}"
                                + "@[a-z]{3}\\.[a-z]{7}\\.[a-z]{3}:5070>;tag=[a-z0-9]{10}")
                .doesNotContain("Alice", "Smith", "4930123456", "pbx", "example", "9fxced76sl");
    }

    @Test
    void keepsWhichNumbersEndAlike() {
        String international = field("To", "<tel:+49-30-1234567>");
        String national = field("To", "<sip:0301234567@h>");
        String digits = international.replaceAll("\\D", "");
        assertThat(digits).hasSize(11).isNotEqualTo("49301234567");
        assertThat(national.replaceAll("\\D", "")).isEqualTo("0" + digits.substring(2));
    }

    @Test
    void namesADialogInAReplacesAsTheDialogItself() {
        String callId = field("Call-ID", "a84b4c76e66710@10.1.2.3");
        String tag = field("From", "<sip:h>;tag=7743").split("tag=")[1];
        String referTo =
                field(
                        "Refer-To",
                        "<sip:bob@h?Replaces=a84b4c76e66710%4010.1.2.3%3Bto-tag%3D7743%3Bfrom-tag%3D1>");
        assertThat(callId).matches("[0-9a-f]{14}@10\\.\\d\\.\\d\\.\\d").doesNotContain("10.1.2.3");
        assertThat(referTo).contains("?Replaces=" + callId.replace("@", "%40"));
        assertThat(referTo).contains("%3Bto-tag%3D" + tag + "%3Bfrom-tag%3D");
    }

    @Test
    void findsANameThatIsEscaped() {
        String plain = field("Contact", "<sip:alice@h>");
        assertThat(field("Contact", "<sip:%61lice@h>").replace("%6", ""))
                .endsWith(plain.substring(6));
    }

    @Test
    void replacesAllThatCredentialsProve() {
        String value =
                "Digest username=\"alice\", realm=\"example.com\", nonce=\"84a4cc6f3082121f32b42a2187831a9e\","
                        + " uri=\"sip:10.1.2.3:5060\", response=\"7587245234b3434cc3412213e5f113a5\","
                        + " algorithm=MD5, qop=auth, nc=00000001, cnonce=\"0a4f113b\"";
        assertThat(field("Authorization", value))
                .contains(":5060", "algorithm=MD5, qop=auth, nc=00000001", "Digest username=")
                .doesNotContain("alice", "example", "84a4cc6f", "10.1.2.3", "7587245", "0a4f113b");
    }

    @Test
    void keepsTheNameOfAProductButNotOfASomebody() {
        rewritten("OPTIONS sip:snom@h SIP/2.0\nVia: SIP/2.0/UDP c\n\n");
        assertThat(field("User-Agent", "snom Yealink SIP-T46S 66.84.0.15 001565aabbcc"))
                .contains(" Yealink SIP-T46S 66.84.0.15 ")
                .doesNotContain("snom", "001565aabbcc");
    }

    @Test
    void replacesNamesInForeignLettersByAsManyBytes() {
        String from = field("From", "\"张三 Müller\" <sip:h>");
        assertThat(from)
                .doesNotContain("张", "三", "ü", "ller")
                .matches("\"\\p{IsHan}{2} .{6}\" <.*");
    }

    @Test
    void leavesNoKeyInASessionDescription() {
        String sdp =
                """
                v=0
                o=alice 2890844526 2890844527 IN IP4 192.168.1.20
                s=-
                c=IN IP6 2001:db8::20
                t=0 0
                m=audio 49170 RTP/SAVP 0
                a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj|2^20
                a=ice-pwd:asd88fgpdd777uzjYhagZg
                a=candidate:Hc0a80114 1 UDP 2130706431 192.168.1.20 8998 typ host
                a=fingerprint:sha-256 12:DF:3E:5D
                """;
        String out = body("application/sdp", sdp);
        assertThat(out)
                .contains(" 2890844526 2890844527 IN IP4 192.168.", "m=audio 49170 RTP/SAVP 0")
                .contains("AES_CM_128_HMAC_SHA1_80 inline:", "|2^20", "fingerprint:sha-256 ")
                .contains(" 1 UDP 2130706431 192.168.", " 8998 typ host")
                .doesNotContain("alice", "192.168.1.20", "2001:db8", "d0RmdmcmVCspe", "asd88fgp")
                .doesNotContain("c0a80114", "12:DF");
    }

    @Test
    void hidesKeysThatWerePressed() {
        assertThat(body("application/dtmf-relay", "Signal=5\nDuration=160\n"))
                .isEqualTo("Signal=0\nDuration=160\n");
    }

    @Test
    void blotsOutWhatItCannotRead() {
        assertThat(body("application/x-unheard-of", "secret of Alice")).isEqualTo("x".repeat(15));
        assertThat(blotted).isOne();
    }

    @Test
    void keepsWhatSaysWhatIsWanted() {
        assertThat(field("To", "<urn:service:sos>")).isEqualTo("<urn:service:sos>");
        assertThat(field("To", "<sip:*21*4930123456@h>"))
                .startsWith("<sip:*21*")
                .doesNotContain("123456");
        assertThat(field("To", "<sip:conference-77@h>")).startsWith("<sip:conference-");
        assertThat(field("From", "\"Anonymous\" <sip:anonymous@anonymous.invalid>"))
                .isEqualTo("\"Anonymous\" <sip:anonymous@anonymous.invalid>");
    }

    @Test
    void keepsWhichAddressesArePrivate() {
        assertThat(field("Contact", "<sip:192.168.1.20>"))
                .matches("<sip:192\\.168\\.\\d\\.\\d\\d>");
        assertThat(field("Contact", "<sip:172.16.1.20>"))
                .matches("<sip:172\\.(1[6-9]|2\\d|3[01])\\..*");
        assertThat(field("Contact", "<sip:0.0.0.0>")).isEqualTo("<sip:0.0.0.0>");
        assertThat(field("Contact", "<sip:[fe80::1:20]:5060>"))
                .startsWith("<sip:[fe80::")
                .endsWith("]:5060>");
        assertThat(field("Contact", "<sip:203.0.113.9>")).doesNotContain("203", "113");
    }
}
