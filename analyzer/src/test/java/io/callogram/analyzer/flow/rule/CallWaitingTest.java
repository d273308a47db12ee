package io.callogram.analyzer.flow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.FlowKind;
import org.junit.jupiter.api.Test;

class CallWaitingTest {

    private static final String TALK =
            """
            0.0 A>B INVITE 1 a1/ id=one sdp=A:4000
            0.3 B>A 180 1 a1/b1 id=one
            2.0 B>A 200 1 a1/b1 id=one sdp=B:5000
            2.1 A>B ACK 1 a1/b1 id=one
            """;

    private static final String SECOND = "8.0 D>B INVITE 1 d1/ id=two to=1002 sdp=D:4000\n";

    private static final String ANSWERED =
            """
            12.0 B>D 200 1 d1/b2 id=two sdp=B:5002
            12.1 D>B ACK 1 d1/b2 id=two
            """;

    @Test
    void namesASecondCallThatQueues() {
        String waiting = TALK + SECOND + "8.1 B>D 182 1 d1/b2 id=two\n" + ANSWERED;
        assertThat(Named.in(waiting))
                .containsExactly("call-waiting high", "call-setup high", "call-setup high");
        assertThat(Named.told(waiting, FlowKind.CALL_WAITING))
                .isEqualTo("A=1002 B=1001 C=1004 result=answered");
    }

    @Test
    void isLessSureOfOverlapAlone() {
        assertThat(Named.in(TALK + SECOND + "8.1 B>D 180 1 d1/b2 id=two\n" + ANSWERED))
                .contains("call-waiting medium");
    }

    @Test
    void isSureWhenTheFirstCallIsHeldForTheSecond() {
        assertThat(
                        Named.in(
                                TALK
                                        + SECOND
                                        + """
                                        8.1 B>D 180 1 d1/b2 id=two
                                        10.0 B>A INVITE 1 b1/a1 id=one sdp=B:5000:sendonly v=B7
                                        10.1 A>B 200 1 b1/a1 id=one sdp=A:4000:recvonly v=B7
                                        10.2 B>A ACK 1 b1/a1 id=one v=B8
                                        """
                                        + ANSWERED))
                .contains("call-waiting high", "hold high");
    }

    @Test
    void saysThatTheSecondCallerGaveUp() {
        String gaveUp =
                TALK
                        + SECOND
                        + """
                        8.1 B>D 182 1 d1/b2 id=two
                        18.0 D>B CANCEL 1 d1/ id=two
                        18.1 B>D 200/CANCEL 1 d1/b2 id=two
                        18.2 B>D 487 1 d1/b2 id=two
                        """;
        assertThat(Named.told(gaveUp, FlowKind.CALL_WAITING)).endsWith("result=abandoned");
    }

    @Test
    void doesNotTakeACallRefusedAtOnceForWaiting() {
        assertThat(Named.in(TALK + SECOND + "8.1 B>D 486 1 d1/b2 id=two\n"))
                .containsExactly("call-setup high", "busy high");
    }

    @Test
    void doesNotTakeACallAfterTheFirstForWaiting() {
        assertThat(
                        Named.in(
                                TALK
                                        + """
                                        5.0 B>A BYE 1 b1/a1 id=one
                                        5.1 A>B 200/BYE 1 b1/a1 id=one
                                        """
                                        + SECOND
                                        + "8.1 B>D 180 1 d1/b2 id=two\n"
                                        + ANSWERED))
                .containsExactly("call-setup high", "release high", "call-setup high");
    }

    @Test
    void believesTheMarkerOnTheSecondCallersLeg() {
        assertThat(
                        Named.in(
                                SECOND
                                        + "8.1 B>D 180 1 d1/b2 id=two ALERT_INFO=<urn:alert:service:call-waiting>\n"
                                        + ANSWERED))
                .containsExactly("call-waiting medium", "call-setup high");
    }

    @Test
    void doesNotTakeAQueueForWaiting() {
        assertThat(Named.in(SECOND + "8.1 B>D 182 1 d1/b2 id=two\n" + ANSWERED))
                .containsExactly("call-setup high");
    }

    @Test
    void doesNotTakeAConsultationForWaiting() {
        String consultation =
                TALK
                        + """
                        5.0 A>B INVITE 2 a1/b1 id=one sdp=A:4000:sendonly
                        5.1 B>A 200 2 a1/b1 id=one sdp=B:5000:recvonly
                        5.2 A>B ACK 2 a1/b1 id=one
                        8.0 A>D INVITE 1 a2/ id=two to=1004 sdp=A:4002
                        8.3 D>A 180 1 a2/d1 id=two
                        12.0 D>A 200 1 a2/d1 id=two sdp=D:5002
                        12.1 A>D ACK 1 a2/d1 id=two
                        """;
        assertThat(Named.in(consultation))
                .doesNotContain("call-waiting high", "call-waiting medium")
                .contains("hold high");
    }

    @Test
    void doesNotTakeATransferredCallForWaiting() {
        assertThat(
                        Named.in(
                                TALK
                                        + SECOND.replace(
                                                "sdp=D:4000",
                                                "sdp=D:4000 REPLACES=one;to-tag=b1;from-tag=a1")
                                        + "8.1 B>D 180 1 d1/b2 id=two\n"
                                        + ANSWERED))
                .doesNotContain("call-waiting high", "call-waiting medium");
    }
}
