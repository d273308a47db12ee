package io.callogram.analyzer.call;

import static io.callogram.analyzer.call.Linked.bridged;
import static io.callogram.analyzer.call.Linked.calls;
import static io.callogram.analyzer.call.Linked.invited;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What stays apart, what is one entry anyway, and that order and number do not matter.
class CorrelatorTest {

    /// A calls B through S, a B2BUA with media anchored elsewhere or passed through.
    private static String bridged(String more) {
        return """
        0.00 A>S INVITE 1 a1/ id=in@a sdp=A:4000
        0.01 S>A 100 1 a1/ id=in@a
        0.05 S>B INVITE 1 s1/ id=out@s from=1001 contact=S MORE
        0.30 B>S 180 1 s1/b1 id=out@s
        0.32 S>A 180 1 a1/t1 id=in@a contact=S
        2.00 B>S 200 1 s1/b1 id=out@s sdp=B:5000
        2.02 S>A 200 1 a1/t1 id=in@a contact=S ANSWER
        2.10 A>S ACK 1 a1/t1 id=in@a
        2.11 S>B ACK 1 s1/b1 id=out@s
        9.00 B>S BYE 1 b1/s1 id=out@s
        9.02 S>A BYE 1 t1/a1 id=in@a contact=S v=S9
        9.10 A>S 200/BYE 1 t1/a1 id=in@a v=S9
        9.11 S>B 200/BYE 1 b1/s1 id=out@s
        """
                .replace("MORE", more)
                .replace("ANSWER", "sdp=S:9000");
    }

    private static List<String> links(Call call) {
        List<String> links = new ArrayList<>();
        for (Leg leg : call.legs()) {
            Link link = leg.link();
            links.add(link == null ? "-" : link.kind() + ">" + link.toLeg());
        }
        return links;
    }

    private static List<String> links(String text) {
        return links(Folded.call(text));
    }

    private static int calls(String text) {
        return Folded.calls(text).size();
    }

    private static final String TALK =
            """
            0.0 A>B INVITE 1 a1/ id=one sdp=A:4000
            0.3 B>A 180 1 a1/b1 id=one
            2.0 B>A 200 1 a1/b1 id=one sdp=B:5000
            2.1 A>B ACK 1 a1/b1 id=one
            """;

    private static String invited(String more) {
        return TALK
                + "8.0 D>B INVITE 1 d1/ id=two to=1002 "
                + more
                + "|8.1 B>D 200 1 d1/b2 id=two|";
    }

    @Test
    void joinsTheLegsOfAB2buaByScore() {
        Call call = Folded.call(bridged("sdp=S:8000"));
        assertThat(links(call)).containsExactly("-", "scored>1");
        Link link = Objects.requireNonNull(call.legs().get(1).link());
        assertThat(link.score()).isGreaterThanOrEqualTo(60);
        assertThat(link.reason()).contains("caller 1001 (20)", "called 1002 (20)", "0.050 s after");
        assertThat(Folded.roles(call)).containsExactly("ua", "b2bua", "ua");
        assertThat(Folded.names(call)).containsExactly("1001", "B2BUA", "1002");
        assertThat(call.result().outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.endedBy()).isEqualTo(Ended.CALLEE);
    }

    @Test
    void joinsTheLegsOfAB2buaThatHidesTheCallerWhenMediaPassesThrough() {
        assertThat(links(bridged("from=7777 sdp=A:4000"))).containsExactly("-", "scored>1");
    }

    @Test
    void leavesLegsApartThatShareOnlyTheHost() {
        assertThat(calls(bridged("from=7777 to=8888 sdp=S:8000"))).isEqualTo(2);
    }

    @Test
    void joinsADivertedLeg() {
        assertThat(links(bridged("to=1003 DIVERSION=<sip:1002@example.com>;reason=user-busy")))
                .containsExactly("-", "scored>1");
    }

    @Test
    void joinsByACallIdThatIsMadeFromTheOther() {
        String text =
                bridged("from=7777 to=1002")
                        .replace("in@a", "1234567890ab@a")
                        .replace("out@s", "1234567890ab@a_b2b-1");
        assertThat(links(text)).containsExactly("-", "scored>1");
    }

    @Test
    void doesNotJoinAmbiguousLegs() {
        String text =
                """
                0.00 A>S INVITE 1 a1/ id=in1
                0.01 A>S INVITE 1 a2/ id=in2
                0.05 S>B INVITE 1 s1/ id=out1 from=1001 contact=S
                """;
        assertThat(calls(text)).isEqualTo(3);
    }

    @Test
    void givesEachOfTwoEqualCallsItsOwnOtherSide() {
        String text =
                """
                0.00 A>S INVITE 1 a1/ id=in1 sdp=A:4000
                0.05 S>B INVITE 1 s1/ id=out1 from=1001 contact=S sdp=A:4000
                0.50 A>S INVITE 1 a2/ id=in2 sdp=A:4000
                0.55 S>B INVITE 1 s2/ id=out2 from=1001 contact=S sdp=A:4000
                """;
        List<Call> calls = Folded.calls(text);
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0).legs()).extracting(Leg::callId).containsExactly("in1", "out1");
        assertThat(calls.get(1).legs()).extracting(Leg::callId).containsExactly("in2", "out2");
    }

    @Test
    void doesNotJoinTwoCallsOfOneCallerThatOnlyLookAlike() {
        String text =
                """
                0.00 A>B INVITE 1 a1/ id=one sdp=A:4000 origin=same
                0.10 B>A 180 1 a1/b1 id=one
                0.50 A>B INVITE 1 a2/ id=two sdp=A:4000 origin=same
                0.60 B>A 180 1 a2/b2 id=two
                1.00 B>A 200 1 a1/b1 id=one sdp=B:5000
                1.10 B>A 200 1 a2/b2 id=two sdp=B:5000
                """;
        assertThat(calls(text)).isEqualTo(2);
    }

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
    void joinsTheCallThatAReferAskedForWhenOnlyItsResponsesWereCaptured() {
        String answered =
                "|7.4 C>B 100 1 b9/ id=two from=1002 to=1003|7.9 C>B 180 1 b9/c1 id=two from=1002 to=1003|";
        String refer = "7.0 A>B REFER 2 a1/b1 id=one REFER_TO=<sip:1003@example.com>";
        assertThat(links(TALK + refer + answered)).containsExactly("-", "refer>1");
        assertThat(calls(TALK + refer + answered.replace("to=1003", "to=1004"))).isEqualTo(2);
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

    private static final String HOLD =
            """
            5.0 A>B INVITE 2 a1/b1 id=one sdp=A:4000:sendonly
            5.1 B>A 200 2 a1/b1 id=one sdp=B:5000:recvonly
            5.2 A>B ACK 2 a1/b1 id=one
            """;

    @Test
    void joinsAConsultationWhileTheOtherPartyIsHeld() {
        String consults = "6.0 A>C INVITE 1 a2/ id=two to=1003|6.5 C>A 180 1 a2/c1 id=two|";
        assertThat(links(TALK + HOLD + consults)).containsExactly("-", "consultation>1");
        assertThat(calls(TALK + consults)).isEqualTo(2);
        String resumed =
                HOLD
                        + "5.5 A>B INVITE 3 a1/b1 id=one sdp=A:4000|5.6 B>A 200 3 a1/b1 id=one sdp=B:5000|";
        assertThat(calls(TALK + resumed + consults)).isEqualTo(2);
        assertThat(calls(TALK + HOLD + "6.0 D>C INVITE 1 d2/ id=two to=1003|")).isEqualTo(2);
        assertThat(
                        calls(
                                TALK
                                        + HOLD.replace("2 a1/b1 id=one sdp=B", "2 a1/b1 id=one -=")
                                                .replace("5.1 B>A 200", "5.1 B>A 488")
                                                .replace(" -=:5000:recvonly", "")
                                        + consults))
                .isEqualTo(2);
    }

    @Test
    void joinsTheCallsThatAPhoneMixes() {
        String mixing =
                """
                0.0 A>B INVITE 1 a1/ id=one FOCUS=isfocus
                0.3 A>C INVITE 1 a2/ id=two to=1003 FOCUS=isfocus
                2.0 B>A 200 1 a1/b1 id=one
                3.0 C>A 200 1 a2/c1 id=two to=1003
                """;
        assertThat(links(mixing)).containsExactly("-", "three-way>1");
        assertThat(calls(mixing.replaceFirst("FOCUS=isfocus", ""))).isEqualTo(2);
        assertThat(calls(mixing.replace("3.0 C>A 200", "3.0 C>A 180"))).isEqualTo(2);
        assertThat(calls(mixing.replace("3.0 C>A 200", "2.5 A>B BYE 2 a1/b1 id=one|3.0 C>A 200")))
                .isEqualTo(2);
    }

    @Test
    void leavesTheCallsOfAConferenceBridgeApart() {
        String bridge =
                """
                0.0 B>A INVITE 1 b1/ id=one from=1002 to=1001
                0.1 A>B 200 1 b1/a1 id=one from=1002 to=1001 FOCUS=isfocus
                5.0 C>A INVITE 1 c1/ id=two from=1003 to=1001
                5.1 A>C 200 1 c1/a2 id=two from=1003 to=1001 FOCUS=isfocus
                """;
        assertThat(calls(bridge)).isEqualTo(2);
    }

    @Test
    void joinsACallThatWaited() {
        String waits = "6.0 C>A INVITE 1 c2/ id=two to=1001|6.1 A>C 180 1 c2/a2 id=two MARK|END";
        String cancel = "7.5 C>A CANCEL 1 c2/ id=two|";
        assertThat(links(TALK + waits.replace("MARK", "").replace("END", cancel)))
                .containsExactly("-", "call-waiting>1");
        assertThat(links(TALK + waits.replace("180", "182").replace("MARK", "").replace("END", "")))
                .containsExactly("-", "call-waiting>1");
        assertThat(
                        links(
                                TALK
                                        + waits.replace(
                                                        "MARK",
                                                        "ALERT_INFO=<urn:alert:service:call-waiting>")
                                                .replace("END", "")))
                .containsExactly("-", "call-waiting>1");
        assertThat(
                        calls(
                                TALK
                                        + waits.replace("MARK", "")
                                                .replace("END", "6.3 A>C 200 1 c2/a2 id=two|")))
                .isEqualTo(2);
        assertThat(calls(TALK + "6.0 C>A INVITE 1 c2/ id=two to=1001|6.1 A>C 486 1 c2/a2 id=two|"))
                .isEqualTo(2);
    }

    @Test
    void takesAServerWithManyCallsForNoPhone() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            String id = "id=c" + i + " to=service";
            text.append(i)
                    .append(".0 D>B INVITE 1 d")
                    .append(i)
                    .append("/ ")
                    .append(id)
                    .append(" from=20")
                    .append(i)
                    .append('\n');
            text.append(i)
                    .append(".1 B>D 180 1 d")
                    .append(i)
                    .append("/b")
                    .append(i)
                    .append(" ")
                    .append(id)
                    .append('\n');
            text.append(i)
                    .append(".9 B>D 200 1 d")
                    .append(i)
                    .append("/b")
                    .append(i)
                    .append(" ")
                    .append(id)
                    .append('\n');
        }
        assertThat(calls(text.toString())).isEqualTo(4);
        String two = text.substring(0, text.indexOf("2.0 D"));
        assertThat(calls(two)).isEqualTo(1);
        assertThat(calls(two.replace("180 1 d1/b1", "180 1 d1/b1 SERVER=SIPp"))).isEqualTo(2);
    }

    @Test
    void leavesRedialsApart() {
        assertThat(
                        calls(
                                "0.0 A>B INVITE 1 a1/ id=one|0.1 B>A 486 1 a1/b1 id=one|0.2 A>B ACK 1 a1/b1 id=one v=A1I|"
                                        + "5.0 A>B INVITE 1 a2/ id=two|5.1 B>A 486 1 a2/b2 id=two|"))
                .isEqualTo(2);
    }

    @Test
    void keepsProbesOfOnePairOfHostsTogether() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            text.append(i)
                    .append(".0 A>P OPTIONS 1 a")
                    .append(i)
                    .append("/ id=o")
                    .append(i)
                    .append('\n');
            text.append(i)
                    .append(".1 P>A 200/OPTIONS 1 a")
                    .append(i)
                    .append("/p id=o")
                    .append(i)
                    .append('\n');
        }
        text.append("9.0 A>Q OPTIONS 1 a9/ id=o9|");
        assertThat(Folded.calls(text.toString()))
                .extracting(call -> call.legs().size())
                .containsExactly(5, 1);
    }

    @Test
    void keepsRegistrationsOfSeveralAccountsApart() {
        String text =
                """
                0.0 A>P REGISTER 1 a/ to=2001 contact=2001@A
                0.1 P>A 200/REGISTER 1 a/p to=2001
                0.2 A>P REGISTER 2 a/ to=2002 contact=2002@A
                0.3 P>A 200/REGISTER 2 a/p to=2002
                60.2 A>P REGISTER 3 a/ to=2001 contact=2001@A
                60.3 P>A 200/REGISTER 3 a/p to=2001
                """;
        List<Call> calls = Folded.calls(text);
        assertThat(calls).extracting(call -> call.messages().size()).containsExactly(4, 2);
        assertThat(calls).extracting(call -> call.callee().user()).containsExactly("2001", "2002");
    }

    @Test
    void givesTheSameCallsInWhateverOrderLegsCome() {
        List<LegFold> legs =
                new ArrayList<>(
                        Folded.legs(
                                bridged("sdp=S:8000")
                                        + invited("REPLACES=one;to-tag=b1;from-tag=a1")));
        List<String> expected = shape(Correlator.correlate(legs));
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(legs, random);
            assertThat(shape(Correlator.correlate(legs))).isEqualTo(expected);
        }
    }

    private static List<String> shape(List<Cluster> clusters) {
        List<String> shape = new ArrayList<>();
        for (Cluster cluster : clusters) {
            shape.add(
                    cluster.legs().stream().map(leg -> leg.summary().callId()).toList()
                            + " "
                            + cluster.links());
        }
        return shape;
    }

    @Test
    void keepsManyCallsOfOneUserApartWithoutComparingThemAll() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append(String.format("%.1f A>B INVITE 1 a%d/ id=c%d%n", i * 0.1, i, i));
            text.append(String.format("%.2f B>A 180 1 a%d/b%d id=c%d%n", i * 0.1 + 0.05, i, i, i));
        }
        assertThat(calls(text.toString())).isEqualTo(1000);
    }
}
