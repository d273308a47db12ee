package io.callogram.analyzer.flow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.FlowKind;
import org.junit.jupiter.api.Test;

class UnansweredTest {

    private static final String RINGING =
            """
            0.0 A>B INVITE 1 a/
            0.3 B>A 180 1 a/b
            """;

    private static final String CANCELLED =
            """
            30.0 A>B CANCEL 1 a/
            30.1 B>A 200/CANCEL 1 a/b
            30.2 B>A 487 1 a/b
            30.3 A>B ACK 1 a/b v=A1I
            """;

    private static String refused(String response) {
        return "0.0 A>B INVITE 1 a/\n2.0 B>A " + response + "\n2.1 A>B ACK 1 a/b v=A1I";
    }

    @Test
    void doesNotKnowBehindAProxyWhoGaveUp() {
        assertThat(
                        Named.in(
                                """
                                0.0 P>B INVITE 1 a/ v=P1,A1
                                0.3 B>P 180 1 a/b v=P1,A1
                                30.0 P>B CANCEL 1 a/ v=P1
                                30.1 B>P 200/CANCEL 1 a/b v=P1
                                30.2 B>P 487 1 a/b v=P1,A1
                                30.3 P>B ACK 1 a/b v=P1
                                """))
                .containsExactly("no-answer-cancel medium");
    }

    @Test
    void namesABusyCallee() {
        assertThat(Named.in(refused("486 1 a/b"))).containsExactly("busy high");
        assertThat(Named.in(refused("600 1 a/b"))).containsExactly("busy high");
    }

    @Test
    void believesTheNetworkThatTheCalleeIsBusy() {
        assertThat(Named.in(refused("503 1 a/b REASON=Q.850;cause=17")))
                .containsExactly("busy high");
    }

    @Test
    void doesNotTakeARefusedReinviteForBusy() {
        assertThat(
                        Named.in(
                                Named.TALK
                                        + """
                                        9.0 A>B INVITE 2 a/b sdp=A:4000
                                        9.1 B>A 486 2 a/b
                                        9.2 A>B ACK 2 a/b v=A2I
                                        """))
                .containsExactly("call-setup high");
    }

    @Test
    void doesNotTakeABusyForkForABusyCallee() {
        assertThat(
                        Named.in(
                                """
                                0.000 A>P INVITE 1 a/ v=A1 sdp=A:4000
                                0.005 P>B INVITE 1 a/ v=P1,A1 sdp=A:4000
                                0.006 P>C INVITE 1 a/ v=P2,A1 uri=1002-c sdp=A:4000
                                0.300 B>P 486 1 a/b v=P1,A1
                                0.301 P>B ACK 1 a/b v=P1
                                0.400 C>P 180 1 a/c v=P2,A1
                                0.405 P>A 180 1 a/c v=A1
                                3.000 C>P 200 1 a/c v=P2,A1 sdp=C:5000
                                3.005 P>A 200 1 a/c v=A1 sdp=C:5000
                                3.010 A>C ACK 1 a/c v=A2
                                """))
                .containsExactly("call-setup high", "fork high");
    }

    @Test
    void namesACallerWhoGivesUpAfterRinging() {
        assertThat(Named.in(RINGING + CANCELLED)).containsExactly("no-answer-cancel high");
        assertThat(Named.told(RINGING + CANCELLED, FlowKind.NO_ANSWER_CANCEL))
                .isEqualTo("A=1001 B=1002 ringSeconds=30");
    }

    @Test
    void isLessSureWithoutThe487() {
        assertThat(Named.in(RINGING + "30.0 A>B CANCEL 1 a/\n30.1 B>A 200/CANCEL 1 a/b"))
                .containsExactly("no-answer-cancel medium");
    }

    @Test
    void tellsACallerWhoGivesUpBeforeRinging() {
        assertThat(Named.in("0.0 A>B INVITE 1 a/\n0.1 B>A 100 1 a/\n" + CANCELLED))
                .containsExactly("caller-abandon high");
    }

    @Test
    void doesNotTakeACallCompletedElsewhereForNoAnswer() {
        assertThat(
                        Named.in(
                                RINGING
                                        + CANCELLED.replace(
                                                "CANCEL 1 a/\n",
                                                "CANCEL 1 a/ REASON=SIP;cause=200\n")))
                .containsExactly("fork medium");
    }

    @Test
    void doesNotTakeALateCancelForNoAnswer() {
        assertThat(
                        Named.in(
                                RINGING
                                        + """
                                        5.000 B>A 200 1 a/b sdp=B:5000
                                        5.001 A>B CANCEL 1 a/
                                        5.020 B>A 200/CANCEL 1 a/b
                                        5.030 A>B ACK 1 a/b
                                        """))
                .containsExactly("call-setup high", "delayed-offer medium");
    }

    @Test
    void namesACalleeWhoDoesNotAnswer() {
        String gaveUp = RINGING + "30.0 B>A 408 1 a/b\n30.1 A>B ACK 1 a/b v=A1I";
        assertThat(Named.in(gaveUp)).containsExactly("no-answer-timeout high");
        assertThat(Named.told(gaveUp, FlowKind.NO_ANSWER_TIMEOUT))
                .isEqualTo("A=1001 B=1002 code=408 ringSeconds=30 by=1002");
    }

    @Test
    void doesNotTakeATimeoutWithoutRingingForNoAnswer() {
        assertThat(Named.in(refused("408 1 a/b"))).doesNotContain("no-answer-timeout high");
    }

    @Test
    void takesAnUnavailableUserWithoutRingingForARejection() {
        assertThat(Named.in(refused("480 1 a/b"))).containsExactly("rejected high");
    }

    @Test
    void doesNotTakeAnAnnouncementForRinging() {
        assertThat(
                        Named.in(
                                """
                                0.000 A>B INVITE 1 a/ sdp=A:4000
                                0.100 B>A 183 1 a/b sdp=B:5000
                                6.000 B>A 480 1 a/b
                                6.100 A>B ACK 1 a/b v=A1I
                                """))
                .containsExactly("rejected high", "early-media high", "announcement high");
    }

    @Test
    void doubtsWhatWasHeardForLongBeforeNobodyAnswered() {
        String heard =
                """
                0.000 A>B INVITE 1 a/ sdp=A:4000
                0.100 B>A 183 1 a/b sdp=B:5000
                """;
        assertThat(Named.in(heard + "40.0 B>A 480 1 a/b\n40.1 A>B ACK 1 a/b v=A1I\n"))
                .containsExactly("rejected medium", "early-media high", "announcement medium");
        assertThat(
                        Named.in(
                                heard
                                        + """
                                        20.0 A>B CANCEL 1 a/
                                        20.1 B>A 200/CANCEL 1 a/b
                                        20.2 B>A 487 1 a/b
                                        20.3 A>B ACK 1 a/b v=A1I
                                        """))
                .containsExactly("caller-abandon medium", "early-media high");
    }

    @Test
    void doesNotCallASilentHopARejection() {
        String silent =
                """
                0.0 A>P INVITE 1 a/ v=A1
                0.1 P>A 100 1 a/ v=A1
                0.2 P>B INVITE 1 a/ v=P1,A1
                0.7 P>B INVITE 1 a/ v=P1,A1
                1.7 P>B INVITE 1 a/ v=P1,A1
                32.0 P>A 480 1 a/p v=A1
                32.1 A>P ACK 1 a/p v=A1
                """;
        assertThat(Named.in(silent)).containsExactly("unreachable high");
    }

    @Test
    void saysWhoRejected() {
        String byKey = RINGING + "5.0 B>A 603 1 a/b\n5.1 A>B ACK 1 a/b v=A1I";
        assertThat(Named.told(byKey, FlowKind.REJECTED))
                .isEqualTo("A=1001 B=1002 code=603 class=declined by=user");
        assertThat(Named.told("0.0 A>B INVITE 1 a/\n0.1 B>A 404 1 a/b", FlowKind.REJECTED))
                .isEqualTo("A=1001 B=1002 code=404 class=not-found by=network");
    }

    @Test
    void doesNotTakeABrokenServerForARejection() {
        assertThat(Named.in(refused("500 1 a/b"))).doesNotContain("rejected high");
    }
}
