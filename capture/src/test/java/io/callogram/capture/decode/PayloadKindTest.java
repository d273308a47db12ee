package io.callogram.capture.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PayloadKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INVITE sip:bob@example.com SIP/2.0\r\nVia: x\r\n\r\n",
                "SIP/2.0 200 OK\r\n\r\n",
                "SIP/2.0 200\r\n\r\n",
                "SIP/2.0 183 ",
                "\r\n\r\nOPTIONS sip:x SIP/2.0\r\n",
                "OPTIONS  sip:x  SIP/2.0  \r\n",
                "RE-INVITE'~ tel:+1 SIP/3.7\n",
                "invite sip:x sip/2.0\r\n",
                "NOTIFY <sip:a b@c>; lr SIP/2.0\r\n",
                "\u0000\u0001junk(REGISTER sip:x SIP/2.0\r\n",
                "MESSAGE sip:x SIP/2.0"
            })
    void knowsSip(String text) {
        assertThat(kind(text)).isEqualTo(PayloadKind.SIP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: SIP/2.0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n",
                "DESCRIBE rtsp://x RTSP/1.0\r\n",
                "INVITE sip:bob@example.com\r\nSIP/2.0\r\n",
                "SIP/2.0 2000 No\r\n",
                "SIP/x.0 200 No\r\n",
                "SIP: sip:x SIP/2.0\r\n",
                "INVITE SIP/2.0\r\n",
                "HEP3\u0000\u0010(INVITE sip:x SIP/2.0\r\n",
                "M-SEARCH * HTTP/1.1\r\n",
                "200 124 NTFY"
            })
    void isNotTakenInByItsLookalikes(String text) {
        assertThat(kind(text)).isNotEqualTo(PayloadKind.SIP);
    }

    @Test
    void acceptsAStartLineCutByTheSnapLengthOnlyWhenItWasCut() {
        byte[] text = "INVITE sip:somebody@example.c".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(PayloadKind.of(text, 0, text.length, true)).isEqualTo(PayloadKind.SIP);
        assertThat(PayloadKind.of(text, 0, text.length, false)).isEqualTo(PayloadKind.OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "0d0a0d0a, KEEP_ALIVE",
        "00000000, KEEP_ALIVE",
        "'', KEEP_ALIVE",
        "80000001000000020000000300, RTP",
        "800000010000000200, OTHER",
        "80c80006000000010000000200000003, RTCP",
        "81cb00010000000a, RTCP",
        "000100002112a442000000000000000000000000, STUN",
        "1234010000010000000000000377777700, DNS",
        "1703010020aabbccddeeff, OTHER"
    })
    void knowsOtherTrafficByItsFirstBytes(String hex, PayloadKind kind) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(PayloadKind.of(bytes, 0, bytes.length)).isEqualTo(kind);
    }

    @Test
    void stopsLookingAfterSixtyFourBytesOfJunk() {
        String junk = "(".repeat(60);
        assertThat(kind(junk + "BYE sip:x SIP/2.0\r\n")).isEqualTo(PayloadKind.SIP);
        assertThat(kind("    (" + junk + "BYE sip:x SIP/2.0\r\n")).isEqualTo(PayloadKind.OTHER);
    }

    private static PayloadKind kind(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return PayloadKind.of(bytes, 0, bytes.length);
    }
}
