package io.callogram.analyzer.call;

import static io.callogram.analyzer.call.Linked.TALK;
import static io.callogram.analyzer.call.Linked.calls;
import static io.callogram.analyzer.call.Linked.invited;
import static io.callogram.analyzer.call.Linked.links;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What messages say about other legs, and the same attempt under another Call-ID.
class ExplicitLinksTest {

    @Test
    void joinsByReplaces() {
        assertThat(links(invited("REPLACES=one;to-tag=b1;from-tag=a1")))
                .containsExactly("-", "replaces>1");
        assertThat(links(invited("REPLACES=one;from-tag=b1;to-tag=a1;early-only")))
                .containsExactly("-", "replaces>1");
        assertThat(calls(invited("REPLACES=one;to-tag=yy;from-tag=zz"))).isEqualTo(2);
        assertThat(calls(invited("REPLACES=other;to-tag=b1;from-tag=a1"))).isEqualTo(2);
    }

    @Test
    void saysThatTheDialogWasReplaced() {
        Call call =
                Folded.call(
                        invited("REPLACES=one;to-tag=b1;from-tag=a1")
                                + "8.2 B>A BYE 1 b1/a1 id=one|8.3 A>B 200/BYE 1 b1/a1 id=one|");
        assertThat(Folded.dialogs(call)).containsExactly("replaced", "confirmed");
    }

    @Test
    void joinsByJoinAndByTargetDialog() {
        assertThat(links(invited("JOIN=one;to-tag=b1;from-tag=a1"))).containsExactly("-", "join>1");
        assertThat(
                        links(
                                TALK
                                        + "8.0 D>B REFER 1 d1/ id=two TARGET_DIALOG=one;local-tag=b1;remote-tag=a1|"))
                .containsExactly("-", "target-dialog>1");
    }

    @Test
    void joinsConsultationsByTheReplacesInReferTo() {
        String refer =
                TALK
                        + """
                        5.0 A>C INVITE 1 a2/ id=xx@10.0.0.1 to=1003
                        6.0 C>A 200 1 a2/c1 id=xx@10.0.0.1
                        7.0 A>B REFER 2 a1/b1 id=one REFER_TO=<sip:1003@example.com?Replaces=WHAT>
                        """;
        String encoded = "xx%4010.0.0.1%3Bto-tag%3Dc1%3Bfrom-tag%3Da2%3Bearly-only";
        assertThat(links(refer.replace("WHAT", encoded))).containsExactly("-", "consult>1");
        assertThat(
                        links(
                                refer.replace(
                                        "WHAT",
                                        encoded.replace("c1", "a9")
                                                .replace("a2", "c1")
                                                .replace("a9", "a2"))))
                .containsExactly("-", "consult>1");
        assertThat(calls(refer.replace("WHAT", encoded.replace("%40", "%2540")))).isEqualTo(2);
    }

    @Test
    void joinsAReferAndTheInviteThatNameOneUncapturedDialog() {
        String parked =
                """
                1.0 B>P REFER 1 b1/ id=one REFER_TO=<sip:1001@example.com?Replaces=zz%3Bto-tag%3Dx1%3Bfrom-tag%3Dx2>
                1.2 P>A INVITE 1 p1/ id=two from=park to=1001 REPLACES=zz;to-tag=TAG;from-tag=x2
                """;
        assertThat(links(parked.replace("TAG", "x1"))).containsExactly("-", "refer>1");
        assertThat(calls(parked.replace("TAG", "x9"))).isEqualTo(2);
    }

    private static String referred(String when, String who, String more) {
        return TALK
                + "7.0 A>B REFER 2 a1/b1 id=one REFER_TO=<sip:1003@example.com>|"
                + when
                + " "
                + who
                + ">C INVITE 1 "
                + who.toLowerCase(Locale.ROOT)
                + "9/ id=two to=1003 "
                + more
                + "|";
    }

    @Test
    void joinsTheCallThatAReferAskedFor() {
        assertThat(links(referred("7.5", "B", ""))).containsExactly("-", "refer>1");
        assertThat(links(referred("16.9", "B", ""))).containsExactly("-", "refer>1");
        assertThat(calls(referred("17.1", "B", ""))).isEqualTo(2);
        assertThat(calls(referred("7.5", "D", ""))).isEqualTo(2);
        assertThat(links(referred("7.5", "D", "REFERRED_BY=<sip:1001@example.com>")))
                .containsExactly("-", "refer>1");
        assertThat(links(referred("99.0", "D", "REFERRED_BY=<1001@example.com>")))
                .containsExactly("-", "refer>1");
        assertThat(calls(referred("199.0", "D", "REFERRED_BY=<1001@example.com>"))).isEqualTo(2);
        assertThat(calls(referred("7.5", "B", "").replace("to=1003", "to=1004"))).isEqualTo(2);
    }

    @Test
    void isTheCallOfWhoeverWasAskedToCall() {
        Call call =
                Folded.call(
                        """
                        0.0 D>B REFER 1 d1/ id=one from=1004 to=1002 REFER_TO=<sip:1003@example.com>
                        0.1 B>D 202/REFER 1 d1/b1 id=one from=1004 to=1002
                        0.5 B>C INVITE 1 b9/ id=two from=1002 to=1003
                        """);
        assertThat(links(call)).containsExactly("-", "refer>1");
        assertThat(call.caller().user()).isEqualTo("1002");
        assertThat(call.callee().user()).isEqualTo("1003");
    }

    @Test
    void joinsTheCallThatAReferAskedForWhenOnlyItsResponsesWereCaptured() {
        String answered =
                """
                7.0 A>B REFER 2 a1/b1 id=one REFER_TO=<sip:1003@example.com>
                7.4 C>B 100 1 b9/ id=two from=1002 to=1003
                7.9 C>B 180 1 b9/c1 id=two from=1002 to=1003
                """;
        assertThat(links(TALK + answered)).containsExactly("-", "refer>1");
        assertThat(calls(TALK + answered.replace("to=1003", "to=1004"))).isEqualTo(2);
    }

    private static String pair(String one, String other) {
        return "0.0 A>B INVITE 1 a1/ id=one "
                + one
                + "|1.0 C>D INVITE 1 c1/ id=two to=1004 "
                + other
                + "|";
    }

    @Test
    void joinsBySessionIdOfBothGenerations() {
        String uuid = "ab30317f1a784dc48ff824d0d3715d86";
        String zero = "00000000000000000000000000000000";
        assertThat(links(pair("SESSION_ID=" + uuid, "SESSION_ID=" + uuid)))
                .containsExactly("-", "session-id>1");
        assertThat(
                        links(
                                pair(
                                        "SESSION_ID=" + uuid + ";remote=" + zero,
                                        "SESSION_ID=1234567890abcdef1234567890abcdef;remote="
                                                + uuid)))
                .containsExactly("-", "session-id>1");
        assertThat(calls(pair("SESSION_ID=" + zero, "SESSION_ID=" + zero))).isEqualTo(2);
    }

    @Test
    void joinsByChargingVectorAndVendorHeaders() {
        assertThat(
                        links(
                                pair(
                                        "CHARGING_VECTOR=icid-value=\"abc123\";x=1",
                                        "CHARGING_VECTOR=icid-value=abc123")))
                .containsExactly("-", "charging-vector>1");
        assertThat(
                        calls(
                                pair(
                                        "CHARGING_VECTOR=icid-value=abc123",
                                        "CHARGING_VECTOR=icid-value=abc124")))
                .isEqualTo(2);
        assertThat(links(pair("VENDOR_CALL_ID=X-CID:_77777777", "VENDOR_CALL_ID=X-CID:_77777777")))
                .containsExactly("-", "header>1");
        String named =
                "0.0 A>B INVITE 1 a1/ id=first-call|1.0 C>D INVITE 1 c1/ id=two to=1004 VENDOR_CALL_ID=X-CID:_first-call|";
        assertThat(links(named)).containsExactly("-", "header>1");
    }

    @Test
    void joinsLegsWithOneCallIdAndAnotherFromTag() {
        String text =
                """
                0.00 A>S INVITE 1 a1/ v=A1
                0.05 S>B INVITE 7 s1/ v=S1 from=5555 to=6666
                1.00 B>S 200 7 s1/b1 v=S1
                1.05 S>A 200 1 a1/t1 v=A1
                1.10 A>S ACK 1 a1/t1
                1.15 S>B ACK 7 s1/b1
                """;
        Call call = Folded.call(text);
        assertThat(links(call)).containsExactly("-", "call-id>1");
        assertThat(Folded.dialogs(call)).containsExactly("confirmed", "confirmed");
    }

    @Test
    void splitsACallIdThatIsUsedAgain() {
        String again =
                Conversations.PLAIN
                        + Conversations.PLAIN.replace("a/", "x/").replaceAll("(?m)^", "1");
        assertThat(calls(again.replaceAll("(?m)^1(\\d+)\\.", "10$1."))).isEqualTo(2);
    }

    @Test
    void joinsAResubmissionWithANewCallId() {
        String text =
                "0.0 A>P INVITE 1 a1/ id=one|0.1 P>A 407 1 a1/p1 id=one|0.2 A>P ACK 1 a1/p1 id=one v=A1I|"
                        + "WHEN A>P INVITE 1 a2/ id=two|";
        assertThat(links(text.replace("WHEN", "17.0"))).containsExactly("-", "re-submission>1");
        assertThat(calls(text.replace("WHEN", "33.0"))).isEqualTo(2);
        assertThat(calls(text.replace("WHEN", "17.0").replace("407", "486"))).isEqualTo(2);
    }

    @Test
    void keepsAResubmissionWithANewFromTagInItsLeg() {
        String text =
                "0.0 A>P INVITE 1 a1/|0.1 P>A 401 1 a1/p1|0.2 A>P ACK 1 a1/p1 v=A1I|0.5 A>P INVITE 2 a2/|0.9 P>A 486 2 a2/b|";
        Call call = Folded.call(text);
        assertThat(call.legs()).hasSize(1);
        assertThat(call.result().outcome()).isEqualTo(Outcome.BUSY);
    }

    @Test
    void joinsAFollowedRedirectionWithANewCallId() {
        String text =
                "0.0 A>R INVITE 1 a1/ id=one|0.1 R>A 302 1 a1/r1 id=one contact=1003@C|0.2 A>R ACK 1 a1/r1 id=one v=A1I|"
                        + "0.5 A>C INVITE 1 a2/ id=two to=1002|0.9 C>A 200 1 a2/c1 id=two|1.0 A>C ACK 1 a2/c1 id=two|";
        Call call = Folded.call(text);
        assertThat(links(call)).containsExactly("-", "re-submission>1");
        assertThat(call.result().outcome()).isEqualTo(Outcome.ANSWERED);
    }
}
