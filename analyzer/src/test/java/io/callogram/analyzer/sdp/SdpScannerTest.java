package io.callogram.analyzer.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.sip.Messages;
import io.callogram.analyzer.sip.Scanner;
import io.callogram.capture.packet.IpAddress;
import io.callogram.capture.packet.Transport;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdpScannerTest {

    private static final String SDP =
            "v=0|o=al 12 34 IN IP4 192.0.2.1|s=x|c=IN IP4 192.0.2.1|t=0 0|m=audio 4000 RTP/AVP 8 0 101|a=rtpmap:101 telephone-event/8000|";

    private final Scanner scanner = new Scanner();
    private final SdpScanner sessions = new SdpScanner();

    private @Nullable SessionDescription scan(byte[] bytes, boolean truncated) {
        return sessions.of(
                Objects.requireNonNull(
                        scanner.scan(
                                Messages.payload(bytes, 0, bytes.length, Transport.UDP, truncated),
                                0)),
                bytes,
                0);
    }

    private SessionDescription read(String sdp) {
        byte[] bytes = Messages.bytes(Messages.MINIMAL + "c: application/sdp||" + sdp);
        return Objects.requireNonNull(scan(bytes, false));
    }

    private Media media(String sdp) {
        return read(sdp).media().getFirst();
    }

    @Test
    void readsWhatNegotiationRestsOn() {
        SessionDescription session = read(SDP + "a=sendonly|b=AS:64|");
        Media audio = session.media().getFirst();

        assertThat(session.origin()).isEqualTo("al 12 IN IP4 192.0.2.1");
        assertThat(session.version()).isEqualTo(34);
        assertThat(session.complete()).isTrue();
        assertThat(audio.kind()).isEqualTo("audio");
        assertThat(audio.proto()).isEqualTo("RTP/AVP");
        assertThat(audio.port()).isEqualTo(4000);
        assertThat(audio.rtcpPort()).isEqualTo(4001);
        assertThat(audio.connection()).isEqualTo("192.0.2.1");
        assertThat(audio.address()).isEqualTo(IpAddress.v4(0xc0000201));
        assertThat(audio.direction()).isEqualTo(Direction.SENDONLY);
        assertThat(audio.explicit()).isTrue();
        assertThat(audio.codecs()).containsExactly("PCMA", "PCMU", "telephone-event");
        assertThat(audio.payloadTypes()).containsExactly("8", "0", "101");
        assertThat(audio.bandwidth()).isEqualTo(64);
        assertThat(audio.crypto()).isFalse();
    }

    @Test
    void prefersTheMediaOverTheSession() {
        SessionDescription session =
                read(
                        SDP.replace("t=0 0|", "t=0 0|a=inactive|")
                                + "c=IN IP6 2001:db8::5/127|a=recvonly|m=image 5 udptl t38|");

        assertThat(session.media().getFirst().connection()).isEqualTo("2001:db8::5/127");
        assertThat(session.media().getFirst().address())
                .isEqualTo(IpAddress.v6(0x20010db800000000L, 5));
        assertThat(session.media().getFirst().direction()).isEqualTo(Direction.RECVONLY);
        assertThat(session.media().getLast().direction()).isEqualTo(Direction.INACTIVE);
        assertThat(session.media().getLast().connection()).isEqualTo("192.0.2.1");
        assertThat(session.media().getLast().codecs()).containsExactly("t38");
        assertThat(session.media().getLast().bandwidth()).isEqualTo(-1);
    }

    @Test
    void takesAnAbsentDirectionForBothWays() {
        assertThat(media(SDP).direction()).isEqualTo(Direction.SENDRECV);
        assertThat(media(SDP).explicit()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a=rtcp:53020, 53020, false",
        "a=rtcp-mux, 4000, false",
        "a=crypto:1 x, 4001, true",
        "a=fingerprint:sha-1 x, 4001, true"
    })
    void readsMediaAttributes(String attribute, int rtcp, boolean crypto) {
        Media audio = media(SDP + attribute + "|");

        assertThat(audio.rtcpPort()).isEqualTo(rtcp);
        assertThat(audio.crypto()).isEqualTo(crypto);
    }

    @Test
    void hearsOfCryptographyFromTheSessionAndTheProfile() {
        assertThat(media(SDP.replace("t=0 0|", "t=0 0|a=fingerprint:sha-256 x|")).crypto())
                .isTrue();
        assertThat(media(SDP.replace("RTP/AVP", "UDP/TLS/RTP/SAVPF")).crypto()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "34 IN, 35 IN, true",
        "s=x, s=y, true",
        "4000, 4002, false",
        "192.0.2.1|t, 192.0.2.2|t, false",
        "8 0 101, 0 8 101, false",
        "al 12, al 13, false",
        "101|a, 101|a=sendonly|a, false"
    })
    void comparesTheContentWithoutVersionAndName(String from, String to, boolean equal) {
        assertThat(read(SDP.replace(from, to)).content() == read(SDP).content()).isEqualTo(equal);
    }

    @Test
    void ignoresHowLinesEnd() {
        assertThat(read(SDP.replace("|", "\n")).content()).isEqualTo(read(SDP).content());
    }

    @Test
    void sharesEqualDescriptions() {
        assertThat(read(SDP)).isSameAs(read(SDP));
    }

    @Test
    void givesNothingForACutDescription() {
        byte[] bytes = Messages.bytes(Messages.MINIMAL + "c: application/sdp||" + SDP);

        assertThat(scan(bytes, true)).isNull();
        assertThat(Objects.requireNonNull(scan(bytes, false)).complete()).isTrue();
        assertThat(read(SDP + "a=x|".repeat(600)).complete()).isFalse();
        assertThat(read(SDP.repeat(40)).media()).hasSize(32);
    }

    @Test
    void findsTheDescriptionAmongNestedParts() {
        byte[] bytes = Messages.resource("/torture/seeds/multipart.sip");

        SessionDescription session = Objects.requireNonNull(scan(bytes, false));

        assertThat(session.media()).hasSize(2);
        assertThat(session.media().getLast().rtcpPort()).isEqualTo(51372);
        assertThat(session.complete()).isTrue();
    }

    @Test
    void givesNothingForOtherBodies() {
        assertThat(scan(Messages.bytes(Messages.MINIMAL + "c: text/plain||v=0|"), false)).isNull();
        assertThat(scan(Messages.bytes(Messages.MINIMAL + "|"), false)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "m=audio, 0, ''",
        "m=audio x RTP/AVP 0, 0, audio",
        "m=audio 99999 RTP/AVP 0, 0, audio",
        "m=audio 4000/2 RTP/AVP 0, 4000, audio",
        "m=audio  4000  RTP/AVP  0, 4000, audio"
    })
    void readsBrokenMediaLines(String line, int port, String kind) {
        Media media = media("v=0|" + line + "|");

        assertThat(media.port()).isEqualTo(port);
        assertThat(media.kind()).startsWith(kind);
        assertThat(media.address()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.0.0.0",
        "224.2.1.1/127/3, 224.2.1.1",
        "::, ::",
        "::1, ::1",
        "2001:db8::, 2001:db8::",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "::ffff:192.0.2.1, ::ffff:c000:201",
        "192.0.2.256, ''",
        "192.0.2, ''",
        "192.0.2.1.5, ''",
        "1:2:3, ''",
        "1::2::3, ''",
        "1:2:3:4:5:6:7:8:9, ''",
        "12345::, ''",
        ":1, ''",
        "host.invalid, ''",
        "'', ''"
    })
    void readsAddresses(String written, String address) {
        IpAddress read = IpLiteral.of(written);

        assertThat(read == null ? "" : read.toString()).isEqualTo(address);
    }
}
