package io.callogram.analyzer.flow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.FlowKind;
import org.junit.jupiter.api.Test;

class CallForwardingTest {

    private static final String BUSY =
            """
            0.000 A>P INVITE 1 a/ v=A1 sdp=A:4000
            0.005 P>B INVITE 1 a/ v=P1,A1 sdp=A:4000
            0.300 B>P 486 1 a/b v=P1,A1
            0.301 P>B ACK 1 a/b v=P1
            """;

    private static final String RINGING =
            """
            0.000 A>P INVITE 1 a/ v=A1 sdp=A:4000
            0.005 P>B INVITE 1 a/ v=P1,A1 sdp=A:4000
            0.300 B>P 180 1 a/b v=P1,A1
            0.305 P>A 180 1 a/b v=A1
            """;

    private static final String CANCELLED =
            """
            20.00 P>B CANCEL 1 a/ v=P1
            20.01 B>P 200/CANCEL 1 a/b v=P1
            20.02 B>P 487 1 a/b v=P1,A1
            20.03 P>B ACK 1 a/b v=P1
            """;

    private static String onward(double seconds, String uri, String more) {
        return """
        T0 P>C INVITE 1 a/ v=P2,A1 uri=URI sdp=A:4000 MORE
        T1 C>P 180 1 a/c v=P2,A1
        T2 P>A 180 1 a/c v=A1
        T3 C>P 200 1 a/c v=P2,A1 sdp=C:5000
        T4 P>A 200 1 a/c v=A1 sdp=C:5000
        T5 A>P ACK 1 a/c v=A2
        T6 P>C ACK 1 a/c v=P3,A2
        """
                .replace("URI", uri)
                .replace("MORE", more)
                .replace("T0", Double.toString(seconds))
                .replace("T1", Double.toString(seconds + 0.3))
                .replace("T2", Double.toString(seconds + 0.31))
                .replace("T3", Double.toString(seconds + 3))
                .replace("T4", Double.toString(seconds + 3.01))
                .replace("T5", Double.toString(seconds + 3.02))
                .replace("T6", Double.toString(seconds + 3.03));
    }

    @Test
    void namesAForwardingBecauseBusyFromItsStructure() {
        String forwarded = BUSY + onward(0.4, "1003", "");
        assertThat(Named.in(forwarded)).containsExactly("forward-busy high", "call-setup high");
        assertThat(Named.told(forwarded, FlowKind.FORWARD_BUSY))
                .startsWith("A=1001 B=1002 C=1003 reason=user-busy");
    }

    @Test
    void namesAForwardingBecauseNobodyAnswers() {
        String forwarded = RINGING + CANCELLED + onward(20.1, "1003", "");
        assertThat(Named.in(forwarded))
                .containsExactly("forward-no-answer high", "call-setup high");
        assertThat(Named.told(forwarded, FlowKind.FORWARD_NO_ANSWER)).contains("ringSeconds=20");
    }

    @Test
    void believesTheReasonThatTheInviteGives() {
        String said = "DIVERSION=<sip:1002@example.com>;reason=time-of-day";
        assertThat(Named.in(BUSY + onward(0.4, "1003", said)))
                .containsExactly("forward-unconditional high", "call-setup high");
    }

    @Test
    void takesTheLastOfSeveralDiversions() {
        String said =
                "DIVERSION=<sip:1004@example.com>;reason=no-answer,<sip:1002@example.com>;reason=user-busy";
        String told = Named.told(BUSY + onward(0.4, "1003", said), FlowKind.FORWARD_NO_ANSWER);
        assertThat(told).contains("B=1004").contains("diversions=2");
    }

    @Test
    void readsHistory() {
        String said =
                "HISTORY_INFO=<sip:1002@example.com>;index=1,<sip:1003@example.com;cause=408>;index=1.1";
        assertThat(Named.told(BUSY + onward(0.4, "1003", said), FlowKind.FORWARD_NO_ANSWER))
                .startsWith("A=1001 B=1002 C=1003 reason=408");
    }

    @Test
    void readsHistoryWithTheReasonInTheUri() {
        String said =
                "HISTORY_INFO=<sip:1002@example.com?Reason=SIP%3Bcause%3D486>;index=1,<sip:1003@example.com>;index=1.1";
        assertThat(Named.in(BUSY + onward(0.4, "1003", said))).contains("forward-busy high");
    }

    @Test
    void doesNotTakeThePhonesOfOneUserForAForwarding() {
        assertThat(Named.in(BUSY + onward(0.4, "1002", "")))
                .containsExactly("call-setup high", "fork high");
        assertThat(Named.in(BUSY + onward(0.4, "1002-0x55af", "")))
                .containsExactly("call-setup high", "fork high");
    }

    @Test
    void doesNotTakeAParallelForkForAForwarding() {
        assertThat(Named.in(RINGING + onward(0.01, "1003", "")))
                .containsExactly("call-setup high", "fork high");
    }

    @Test
    void doesNotTakeAHuntGroupForAForwarding() {
        String hunt =
                BUSY.replace("P>B INVITE 1 a/ v=P1,A1", "P>B INVITE 1 a/ v=P1,A1 uri=1012")
                        + onward(0.4, "1013", "");
        assertThat(Named.in(hunt)).containsExactly("call-setup high");
    }

    @Test
    void doesNotTakeARoutedCallForAForwarding() {
        String routed = "0.000 A>P INVITE 1 a/ v=A1 sdp=A:4000\n" + onward(0.01, "telephone2", "");
        assertThat(Named.in(routed)).containsExactly("call-setup high");
    }

    @Test
    void believesA181ThatTheCallGoesElsewhere() {
        String told =
                "0.000 A>P INVITE 1 a/ v=A1 sdp=A:4000\n0.002 P>A 181 1 a/p v=A1\n"
                        + onward(0.01, "1003", "");
        assertThat(Named.in(told)).containsExactly("forward-unconditional high", "call-setup high");
    }

    @Test
    void namesAForwardingOfAPhoneThatCannotBeReached() {
        String unreachable = BUSY.replace("486", "503") + onward(0.4, "1003", "");
        assertThat(Named.in(unreachable))
                .containsExactly("forward-not-reachable medium", "call-setup high");
    }

    @Test
    void tellsADeflectionByItsHaste() {
        String moved =
                RINGING
                        + """
                        3.000 B>P 302 1 a/b v=P1,A1 contact=1003@C
                        3.001 P>B ACK 1 a/b v=P1
                        """
                        + onward(3.1, "1003", "");
        assertThat(Named.in(moved))
                .containsExactly("call-deflection medium", "redirect high", "call-setup high");
    }

    @Test
    void namesAForwardingThatFailsInItsTurn() {
        String failed =
                BUSY
                        + """
                        0.400 P>C INVITE 1 a/ v=P2,A1 uri=1003 sdp=A:4000
                        0.500 C>P 486 1 a/c v=P2,A1
                        0.501 P>C ACK 1 a/c v=P2
                        0.502 P>A 486 1 a/c v=A1
                        0.503 A>P ACK 1 a/c v=A1
                        """;
        assertThat(Named.in(failed)).containsExactly("forward-busy high", "busy high");
    }

    @Test
    void namesWhatOnlyTheDivertedLegTells() {
        String leg =
                """
                0.0 P>C INVITE 1 a/ v=P2,A1 uri=1003 sdp=A:4000 DIVERSION=<sip:1002@example.com>;reason=user-busy
                0.3 C>P 180 1 a/c v=P2,A1
                3.0 C>P 200 1 a/c v=P2,A1 sdp=C:5000
                3.1 P>C ACK 1 a/c v=P3,A2
                """;
        assertThat(Named.told(leg, FlowKind.FORWARD_BUSY)).startsWith("A=1001 B=1002 C=1003");
    }

    @Test
    void isLessSureOfWhatOnlyTheCallersLegTells() {
        String leg =
                """
                0.0 A>P INVITE 1 a/ v=A1 sdp=A:4000
                0.3 P>A 180 1 a/c v=A1 HISTORY_INFO=<sip:1002@e.com>;index=1,<sip:1003@e.com;cause=486>;index=1.1
                3.0 P>A 200 1 a/c v=A1 sdp=C:5000
                3.1 A>P ACK 1 a/c v=A2
                """;
        assertThat(Named.in(leg)).containsExactly("forward-busy medium", "call-setup high");
    }

    @Test
    void believesA181AfterRingingOnTheCallersLeg() {
        String leg =
                """
                0.0 A>P INVITE 1 a/ sdp=A:4000
                0.3 P>A 180 1 a/b
                20.0 P>A 181 1 a/p
                20.5 P>A 180 1 a/c
                23.0 P>A 200 1 a/c sdp=C:5000
                23.1 A>P ACK 1 a/c
                """;
        assertThat(Named.in(leg)).containsExactly("forward-no-answer medium", "call-setup high");
        String fork = leg.replace("20.0 P>A 181 1 a/p\n", "");
        assertThat(Named.in(fork)).containsExactly("call-setup high");
    }

    @Test
    void putsTheLastDiversionFirst() {
        String twice =
                BUSY
                        + """
                        0.400 P>C INVITE 1 a/ v=P2,A1 uri=1003 sdp=A:4000 DIVERSION=<sip:1002@e.com>;reason=user-busy
                        0.500 C>P 180 1 a/c v=P2,A1
                        9.000 P>C CANCEL 1 a/ v=P2
                        9.001 C>P 200/CANCEL 1 a/c v=P2
                        9.002 C>P 487 1 a/c v=P2,A1
                        9.003 P>C ACK 1 a/c v=P2
                        9.010 P>D INVITE 1 a/ v=P4,A1 uri=1004 sdp=A:4000 DIVERSION=<sip:1003@e.com>;reason=no-answer,<sip:1002@e.com>;reason=user-busy
                        9.500 D>P 200 1 a/d v=P4,A1 sdp=D:5000
                        9.501 P>A 200 1 a/d v=A1 sdp=D:5000
                        9.600 A>D ACK 1 a/d v=A2
                        """;
        assertThat(Named.in(twice))
                .containsExactly("forward-no-answer high", "forward-busy high", "call-setup high");
    }

    @Test
    void namesAPhoneThatSaysNothingNotReachable() {
        String silent =
                """
                0.000 A>P INVITE 1 a/ v=A1 sdp=A:4000
                0.005 P>B INVITE 1 a/ v=P1,A1 sdp=A:4000
                0.505 P>B INVITE 1 a/ v=P1,A1 sdp=A:4000
                1.505 P>B INVITE 1 a/ v=P1,A1 sdp=A:4000
                """
                        + onward(4, "1003", "");
        assertThat(Named.in(silent))
                .containsExactly("forward-not-reachable medium", "call-setup high");
    }
}
