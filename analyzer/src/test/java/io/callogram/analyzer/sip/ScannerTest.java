package io.callogram.analyzer.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.capture.packet.Hash64;
import io.callogram.capture.packet.Transport;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScannerTest {

    private static Sighting scan(String lines) {
        return Messages.scan(Messages.MINIMAL + lines + "|");
    }

    private static Address to(String value) {
        return Messages.scan(
                        Messages.MINIMAL.replace("<sip:bob@example.com>|Call", value + "|Call")
                                + "|")
                .to();
    }

    private static long sentBy(String via) {
        return Messages.scan(Messages.MINIMAL.replace("SIP/2.0/UDP 192.0.2.1", via) + "|").sentBy();
    }

    private static Sighting register(String lines) {
        return Messages.scan(Messages.MINIMAL.replace("OPTIONS", "REGISTER") + lines + "|");
    }

    @Test
    void readsARequest() {
        Sighting sighting = scan("");

        assertThat(sighting.problems()).isZero();
        assertThat(sighting.isRequest()).isTrue();
        assertThat(sighting.method()).isEqualTo(Method.OPTIONS);
        assertThat(sighting.callId()).isEqualTo("one@192.0.2.1");
        assertThat(sighting.callIdKey()).isEqualTo(Hash64.of(Messages.bytes("one@192.0.2.1")));
        assertThat(sighting.fromTag()).isEqualTo(Hash64.of(Messages.bytes("a")));
        assertThat(sighting.toTag()).isZero();
        assertThat(sighting.cseq()).isEqualTo(7);
        assertThat(sighting.branch()).isEqualTo(Hash64.of(Messages.bytes("z9hG4bK1")));
        assertThat(sighting.magic()).isTrue();
        assertThat(sighting.sentBy()).isEqualTo(Hash64.of(Messages.bytes("192.0.2.1:5060")));
        assertThat(sighting.from())
                .isEqualTo(new Address("", "sip", "alice", "example.com", 0, "", ""));
        assertThat(sighting.contacts()).isZero();
        assertThat(sighting.bodyLength()).isZero();
    }

    @Test
    void readsAResponse() {
        String lines =
                Messages.MINIMAL
                        .substring(Messages.MINIMAL.indexOf('|'))
                        .replace("To: <sip:bob@example.com>", "To: <sip:bob@example.com>;tag=b");
        Sighting sighting = Messages.scan("SIP/2.0 183 Session Progress" + lines + "|");

        assertThat(sighting.status()).isEqualTo(183);
        assertThat(sighting.isProvisional()).isTrue();
        assertThat(sighting.method()).isEqualTo(Method.OPTIONS);
        assertThat(sighting.toTag()).isEqualTo(Hash64.of(Messages.bytes("b")));
        assertThat(sighting.requestUri()).isNull();
        assertThat(sighting.uriKey()).isZero();
    }

    @Test
    void sharesTheObjectsOfOneCall() {
        Scanner scanner = new Scanner();
        byte[] invite = Messages.bytes(Messages.MINIMAL + "|");
        byte[] answered =
                Messages.bytes(
                        Messages.MINIMAL.replace("bob@example.com>|C", "bob@example.com>;tag=b|C")
                                + "|");

        Sighting first = Objects.requireNonNull(scanner.scan(Messages.payload(invite), 0));
        Sighting second = Objects.requireNonNull(scanner.scan(Messages.payload(answered), 0));

        assertThat(second.callId()).isSameAs(first.callId());
        assertThat(second.from()).isSameAs(first.from());
        assertThat(second.to()).isSameAs(first.to());
        assertThat(second.requestUri()).isSameAs(first.requestUri());
    }

    @Test
    void countsProblemsAgainWhenItKnowsTheValue() {
        Scanner scanner = new Scanner();
        byte[] bytes =
                Messages.bytes(Messages.MINIMAL.replace("<sip:alice", "A, B <sip:alice") + "|");

        for (int i = 0; i < 3; i++) {
            assertThat(Objects.requireNonNull(scanner.scan(Messages.payload(bytes), 0)).problems())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SIP/2.0/UDP HOST.example, SIP/2.0/TCP host.EXAMPLE:5060, true",
        "SIP/2.0/TLS host.example, SIP/2.0/UDP host.example:5061, true",
        "SIP/2.0/TLS host.example, SIP/2.0/UDP host.example, false",
        "SIP / 2.0 / UDP host.example : 5062, SIP/2.0/UDP host.example:5062, true",
        "SIP/2.0/UDP [2001:DB8::1], SIP/2.0/UDP [2001:db8::1]:5060, true",
        "SIP/2.0/UDP host.example:506, SIP/2.0/UDP host.example:5060, false"
    })
    void comparesSentByAsTransactionsDo(String one, String other, boolean equal) {
        assertThat(sentBy(one) == sentBy(other)).isEqualTo(equal);
    }

    @Test
    void countsViasOverLinesAndKeepsTheBottomOne() {
        Sighting first = Messages.scan(Messages.MINIMAL + "|");
        Sighting relayed =
                Messages.scan(
                        Messages.MINIMAL.replace(
                                        "Via:",
                                        "v: SIP/2.0/TCP p;branch=z9hG4bKp;x=\"a,b\", SIP/2.0/UDP q|Via:")
                                + "|");

        assertThat(relayed.vias()).isEqualTo(3);
        assertThat(relayed.bottomVia()).isEqualTo(first.bottomVia());
        assertThat(relayed.branch()).isEqualTo(Hash64.of(Messages.bytes("z9hG4bKp")));
    }

    @Test
    void readsAddressesAsPeopleWriteThem() {
        assertThat(to("\"A; <b@c> \\\"d\\\"\" <sips:+49.30(123)-45@h:1;user=phone?x=y>"))
                .isEqualTo(
                        new Address(
                                "A; <b@c> \"d\"",
                                "sips",
                                "+49.30(123)-45",
                                "h",
                                1,
                                "493012345",
                                ";user=phone?x=y"));
        assertThat(to("tel:+1-201-555-0123;phone-context=x"))
                .isEqualTo(new Address("", "tel", "+1-201-555-0123", "", 0, "12015550123", ""));
        assertThat(to("<tel:110;phone-context=x>").parameters()).isEqualTo(";phone-context=x");
        assertThat(to("sip:bob@[2001:DB8::1]:5070;tag=x"))
                .isEqualTo(new Address("", "sip", "bob", "2001:db8::1", 5070, "", ""));
        assertThat(to("Bob Smith<sip:bob:secret@h>"))
                .isEqualTo(new Address("Bob Smith", "sip", "bob", "h", 0, "", ""));
        assertThat(to("<alice@h>")).isEqualTo(new Address("", "", "alice", "h", 0, "", ""));
        assertThat(to("<urn:service:sos>"))
                .isEqualTo(new Address("", "urn", "service:sos", "", 0, "", ""));
        assertThat(to("<sip:carol@h?Replaces=a@b>").host()).isEqualTo("h");
        assertThat(to("<sip:h?Replaces=a@b>").host()).isEqualTo("h");
    }

    @Test
    void readsTheAddressBehindEscapedQuotes() {
        Address address = to("\\\"Bob\\\" <sip:bob@example.com>;tag=b");

        assertThat(address.user()).isEqualTo("bob");
        assertThat(address.host()).isEqualTo("example.com");
    }

    @Test
    void findsTheTagOnlyOutsideOfBracketsAndQuotes() {
        Sighting sighting =
                Messages.scan(
                        Messages.MINIMAL.replace(
                                        "<sip:alice@example.com>;tag=a",
                                        "\"x;tag=1\" <sip:a@b;tag=2>;p=\";tag=3\"; TAG = 4")
                                + "|");

        assertThat(sighting.fromTag()).isEqualTo(Hash64.of(Messages.bytes("4")));
    }

    @Test
    void takesTheBodyToTheEndOfADatagramWithoutContentLength() {
        assertThat(scan("c: application/sdp||v=0").bodyLength()).isEqualTo(5);
        byte[] bytes = Messages.bytes(Messages.MINIMAL + "c: application/sdp||v=0");
        Sighting stream =
                new Scanner()
                        .scan(Messages.payload(bytes, 0, bytes.length, Transport.TCP, false), 0);
        assertThat(Objects.requireNonNull(stream).problems()).isEqualTo(1);
        assertThat(stream.sdp()).isTrue();
    }

    @Test
    void missesNothingInAHeaderThatTheSnapLengthCut() {
        byte[] cut =
                Messages.bytes(Messages.MINIMAL.substring(0, Messages.MINIMAL.indexOf("To: ")));
        var text = Objects.requireNonNull(MessageText.of(cut, 0, cut.length, Transport.UDP, true));
        assertThat(text.problems()).extracting(ParseProblem::slug).containsExactly("header-cut");
        var whole =
                Objects.requireNonNull(MessageText.of(cut, 0, cut.length, Transport.UDP, false));
        assertThat(whole.problems())
                .extracting(ParseProblem::slug)
                .contains("header-cut", "no-call-id", "no-cseq");
    }

    @Test
    void marksACutBody() {
        byte[] bytes = Messages.bytes(Messages.MINIMAL + "c: application/sdp|l: 500||v=0");

        Sighting cut =
                Objects.requireNonNull(
                        new Scanner()
                                .scan(
                                        Messages.payload(
                                                bytes, 0, bytes.length, Transport.UDP, true),
                                        0));
        Sighting lying = Objects.requireNonNull(new Scanner().scan(Messages.payload(bytes), 0));

        assertThat(cut.problems()).isZero();
        assertThat(lying.problems()).isEqualTo(1);
        assertThat(lying.where().truncated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "m: <sip:a@b>|Expires: 60| ! 1 ! 60 ! 60",
                "m: <sip:a@b>;expires=0|Expires: 3600| ! 1 ! 0 ! 0",
                "m: <sip:a@b>;expires=3600|Expires: 0| ! 1 ! 3600 ! 3600",
                "m: <sip:a@b>;expires=0, <sip:c@d>;expires=60| ! 2 ! 60 ! 0",
                "m: <sip:a@b>;expires=0|m: <sip:c@d>| ! 2 ! 3600 ! 0",
                "m: <sip:a@b>| ! 1 ! -1 ! -1",
                "m: *|Expires: 0| ! -1 ! 0 ! 0",
                "Expires: 5| ! 0 ! 5 ! -1"
            })
    void findsTheEffectiveExpiries(String lines, int contacts, int largest, int smallest) {
        Sighting sighting = register(lines);

        assertThat(sighting.contacts()).isEqualTo(contacts);
        assertThat(sighting.expires()).isEqualTo(largest);
        assertThat(sighting.smallestExpires()).isEqualTo(smallest);
    }

    @Test
    void keepsTheMarksThatRulesName() {
        Sighting sighting =
                scan(
                        "r: <sip:c@d?Replaces=x>|Diversion: <sip:a@b>;reason=user-busy|Diversion: <sip:c@d>|"
                                + "REASON: Q.850| ;cause=16|X-CID: 77@x|x-fs-support: y|Record-Route: <sip:p;lr>, <sip:q;lr>|");

        assertThat(sighting.marks())
                .containsExactly(
                        new Marked(Mark.REFER_TO, "<sip:c@d?Replaces=x>"),
                        new Marked(Mark.DIVERSION, "<sip:a@b>;reason=user-busy"),
                        new Marked(Mark.DIVERSION, "<sip:c@d>"),
                        new Marked(Mark.REASON, "Q.850 ;cause=16"),
                        new Marked(Mark.VENDOR_CALL_ID, "X-CID: 77@x"),
                        new Marked(Mark.VENDOR_CALL_ID, "x-fs-support: y"));
        assertThat(sighting.recordRoutes()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "message/sipfrag;version=2.0 | SIP/2.0 486 Busy Here~ | 486 Busy Here",
                "application/dtmf-relay | Signal= 5~Duration=160~ | 5",
                "Application/DTMF | # | #",
                "application/simple-message-summary | Messages-Waiting: yes~Voice-Message: 1/0~ | yes"
            })
    void keepsWhatAShortBodySays(String type, String body, String gist) {
        String text = body.replace("~", "\r\n");
        assertThat(
                        scan("Content-Type: "
                                        + type
                                        + "|Content-Length: "
                                        + text.length()
                                        + "||"
                                        + text)
                                .first(Mark.GIST))
                .isEqualTo(gist);
    }

    @Test
    void marksAContactThatMixes() {
        assertThat(scan("Contact: <sip:a@192.0.2.1;conf-id=1>;x=y;isfocus|").marks())
                .containsExactly(new Marked(Mark.FOCUS, "isfocus"));
        assertThat(scan("Contact: <sip:a@192.0.2.1;isfocus>|").marks()).isEmpty();
    }

    @Test
    void tellsMessagesWithoutCallIdApartByTagOrBranch() {
        String without = Messages.MINIMAL.replace("Call-ID: one@192.0.2.1|", "");

        Sighting tagged = Messages.scan(without + "|");
        assertThat(tagged.callId()).isEmpty();
        assertThat(tagged.callIdKey()).isEqualTo(tagged.fromTag()).isNotZero();
        Sighting bare = Messages.scan(without.replace(";tag=a", "") + "|");
        assertThat(bare.callIdKey()).isEqualTo(bare.branch()).isNotZero();
    }

    @Test
    void looksForTheVendorFieldsItIsTold() {
        Scanner scanner = new Scanner(List.of("My-Leg", "Z-*"));
        byte[] bytes = Messages.bytes(Messages.MINIMAL + "X-CID: 1|my-leg: 2|z-any: 3||");

        assertThat(Objects.requireNonNull(scanner.scan(Messages.payload(bytes), 0)).marks())
                .extracting(Marked::value)
                .containsExactly("my-leg: 2", "z-any: 3");
    }

    @Test
    void keepsNoSecretOfCredentials() {
        String digest =
                "Authorization: Digest username=\"u,response=1\", nonce=\"n\", response=%s, uri=\"sip:e\"|";

        assertThat(scan(digest.formatted("\"5f4dcc3b\"")).first(Mark.CREDENTIALS))
                .isEqualTo(
                        "Digest username=\"u,response=1\", nonce=\"n\", response=\"…\", uri=\"sip:e\"");
        assertThat(scan(digest.formatted("\"\"")).first(Mark.CREDENTIALS))
                .contains("response=\"\"", "nonce=\"n\"");
        assertThat(scan(digest.formatted("5f4dcc3b")).first(Mark.CREDENTIALS))
                .doesNotContain("5f4d");
        assertThat(scan("Authorization: Basic dTpw|").first(Mark.CREDENTIALS)).isEqualTo("Basic …");
    }

    @Test
    void findsASessionDescriptionInsideMultipart() {
        assertThat(
                        scan("c: multipart/mixed;boundary=b||--b|Content-Type: application/sdp||v=0|--b--|")
                                .sdp())
                .isTrue();
        assertThat(
                        scan("c: multipart/mixed;boundary=b||--b|Content-Type: text/plain||v=0|--b--|")
                                .sdp())
                .isFalse();
        assertThat(scan("c: application/sdp|e: gzip||v=0").sdp()).isFalse();
        assertThat(scan("l: 3||v=0").sdp()).isTrue();
    }

    @Test
    void skipsLineEndsAndLittleJunkBeforeTheStartLine() {
        assertThat(Messages.scan("||" + Messages.MINIMAL + "|").problems()).isZero();
        assertThat(Messages.scan("\0\0#" + Messages.MINIMAL + "|").problems()).isEqualTo(1);
        assertThat(Messages.scan("||" + Messages.MINIMAL + "l: 0||").bodyOffset())
                .isEqualTo(4 + Messages.bytes(Messages.MINIMAL + "l: 0||").length);
    }

    @Test
    void readsTypicalCallsWithoutAProblem() {
        Scanner scanner = new Scanner();

        assertThat(TypicalCalls.messages(50, 7))
                .hasSize(600)
                .allSatisfy(payload ->
                        assertThat(Objects.requireNonNull(scanner.scan(payload, 0)).problems())
                                .isZero());
    }
}
