package io.callogram.analyzer.flow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.FlowKind;
import org.junit.jupiter.api.Test;

class SetUpAndReleaseTest {

    @Test
    void namesAWholeCall() {
        String call = Named.TALK + Named.BYE;
        assertThat(Named.in(call)).containsExactly("call-setup high", "release high");
        assertThat(Named.told(call, FlowKind.RELEASE)).isEqualTo("A=1001 B=1002 endedBy=caller");
    }

    @Test
    void isLessSureWithoutAck() {
        assertThat(
                        Named.in(
                                """
                                0.000 A>B INVITE 1 a/ sdp=A:4000
                                4.300 B>A 200 1 a/b sdp=B:5000
                                """))
                .containsExactly("call-setup medium");
    }

    @Test
    void isLessSureOfWhatBeganBeforeTheCapture() {
        assertThat(
                        Named.in(
                                """
                                0.0 A>B INFO 7 a/b
                                0.1 B>A 200/INFO 7 a/b
                                9.0 B>A BYE 1 b/a
                                9.1 A>B 200/BYE 1 b/a
                                """))
                .containsExactly("call-setup medium", "release high", "info-other high");
    }

    @Test
    void doesNotTakeAnInviteThatNobodyAnsweredForASetUp() {
        assertThat(Named.in("0.0 A>B INVITE 1 a/\n0.3 B>A 180 1 a/b")).isEmpty();
    }

    @Test
    void doesNotTakeARefusalForASetUp() {
        assertThat(Named.in("0.0 A>B INVITE 1 a/\n0.3 B>A 603 1 a/b\n0.4 A>B ACK 1 a/b v=A1I"))
                .containsExactly("rejected high");
    }

    @Test
    void isLessSureOfAReleaseThatNobodyConfirmed() {
        assertThat(Named.in(Named.TALK + "9.0 B>A BYE 1 b/a"))
                .containsExactly("call-setup high", "release medium");
    }

    @Test
    void saysThatTwoByesCrossed() {
        String crossed =
                Named.TALK
                        + """
                        9.000 B>A BYE 1 b/a
                        9.001 A>B BYE 2 a/b
                        9.050 A>B 200/BYE 1 b/a
                        9.051 B>A 481/BYE 2 a/b
                        """;
        assertThat(Named.told(crossed, FlowKind.RELEASE))
                .isEqualTo("A=1001 B=1002 crossing=true endedBy=callee");
    }

    @Test
    void doesNotTakeAByeInAnEarlyDialogForARelease() {
        String early =
                """
                0.0 A>B INVITE 1 a/
                0.3 B>A 180 1 a/b
                2.0 A>B BYE 2 a/b
                2.1 B>A 200/BYE 2 a/b
                2.2 B>A 487 1 a/b
                2.3 A>B ACK 1 a/b v=A1I
                """;
        assertThat(Named.in(early)).containsExactly("caller-abandon high");
        assertThat(Named.told(early, FlowKind.CALLER_ABANDON)).contains("byBye=true");
    }

    @Test
    void isLessSureWhenOnlyTheAckTellsOfTheAnswer() {
        assertThat(
                        Named.in(
                                """
                                0.000 A>B INVITE 1 a/ sdp=A:4000
                                0.300 B>A 180 1 a/b
                                4.350 A>B ACK 1 a/b
                                9.0 B>A BYE 1 b/a
                                9.1 A>B 200/BYE 1 b/a
                                """))
                .containsExactly("call-setup medium", "release high");
    }
}
