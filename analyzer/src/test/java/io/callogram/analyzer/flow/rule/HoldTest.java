package io.callogram.analyzer.flow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.FlowKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldTest {

    private static String reinvite(double at, int cseq, String offer, String answer) {
        return at
                + " A>B INVITE "
                + cseq
                + " a/b sdp="
                + offer
                + "\n"
                + (at + 0.1)
                + " B>A 200 "
                + cseq
                + " a/b sdp="
                + answer
                + "\n"
                + (at + 0.2)
                + " A>B ACK "
                + cseq
                + " a/b\n";
    }

    private static final String HELD =
            Named.TALK + reinvite(10, 2, "A:4000:sendonly", "B:5000:recvonly");

    @ParameterizedTest
    @CsvSource({
        "A:4000:sendonly, B:5000:recvonly, sendonly",
        "A:4000:sendonly, B:5000, sendonly",
        "A:4000:inactive, B:5000:inactive, inactive",
        "0:4000, B:5000, null-address",
        "0:4000:sendonly, B:5000:recvonly, 'null-address,sendonly'",
    })
    void readsEverySpelling(String offer, String answer, String form) {
        String held = Named.TALK + reinvite(10, 2, offer, answer);
        assertThat(Named.in(held)).containsExactly("hold high", "call-setup high");
        assertThat(Named.told(held, FlowKind.HOLD)).contains("A=1001 B=1002 form=" + form);
    }

    @Test
    void saysForHowLong() {
        String resumed = HELD + reinvite(40, 3, "A:4000", "B:5000") + Named.BYE;
        assertThat(Named.in(resumed))
                .containsExactly("hold high", "call-setup high", "release high");
        assertThat(Named.told(resumed, FlowKind.HOLD)).endsWith("resumed=true heldSeconds=30");
    }

    @Test
    void saysThatItWasNeverResumed() {
        assertThat(Named.told(HELD + Named.BYE, FlowKind.HOLD))
                .endsWith("resumed=false heldSeconds=54");
    }

    @Test
    void doesNotKnowWhetherItWasResumedAfterTheCapture() {
        assertThat(Named.told(HELD, FlowKind.HOLD)).endsWith("resumed=unknown");
    }

    @Test
    void isOneHoldWhenRefreshed() {
        String refreshed = HELD + reinvite(30, 3, "A:4000:sendonly", "B:5000:recvonly");
        assertThat(Named.in(refreshed).stream().filter(f -> f.startsWith("hold"))).hasSize(1);
    }

    @Test
    void readsUpdateToo() {
        String held =
                Named.TALK
                        + """
                        9.0 A>B UPDATE 2 a/b sdp=A:4000:sendonly
                        9.1 B>A 200/UPDATE 2 a/b sdp=B:5000:recvonly
                        """;
        assertThat(Named.in(held)).containsExactly("hold high", "call-setup high");
    }

    @Test
    void findsTheOfferInTheResponse() {
        String held =
                Named.TALK
                        + """
                        9.0 A>B INVITE 2 a/b
                        9.1 B>A 200 2 a/b sdp=B:5000:sendonly
                        9.2 A>B ACK 2 a/b sdp=A:4000:recvonly
                        """;
        assertThat(Named.told(held, FlowKind.HOLD)).startsWith("A=1002 B=1001");
    }

    @Test
    void isLessSureWhenTheSessionBeganBeforeTheCapture() {
        assertThat(Named.in(reinvite(0, 7, "A:4000:sendonly", "B:5000:recvonly")))
                .contains("hold medium");
    }

    @Test
    void doesNotTakeMuteForHold() {
        assertThat(Named.in(Named.TALK + reinvite(10, 2, "A:4000:recvonly", "B:5000:sendonly")))
                .containsExactly("session-modify high", "call-setup high");
    }

    @Test
    void doesNotTakeARemovedStreamForHold() {
        assertThat(Named.in(Named.TALK + reinvite(10, 2, "A:0", "B:0")))
                .containsExactly("session-modify high", "call-setup high");
    }

    @Test
    void doesNotTakeARefusedHoldForHold() {
        assertThat(
                        Named.in(
                                Named.TALK
                                        + """
                                        9.0 A>B INVITE 2 a/b sdp=A:4000:sendonly
                                        9.1 B>A 491 2 a/b
                                        9.2 A>B ACK 2 a/b v=A2I
                                        """))
                .containsExactly("call-setup high", "glare high");
    }

    @Test
    void doesNotTakeABlackHoleAtSetUpForHold() {
        assertThat(
                        Named.in(
                                """
                                0.000 A>B INVITE 1 a/ sdp=0:4000
                                4.300 B>A 200 1 a/b sdp=B:5000
                                4.350 A>B ACK 1 a/b
                                """
                                        + reinvite(10, 2, "A:4000", "B:5000")))
                .doesNotContain("hold high", "hold medium");
    }

    @Test
    void doesNotTakeAnUnansweredReinviteForHold() {
        assertThat(Named.in(Named.TALK + "9.0 A>B INVITE 2 a/b sdp=A:4000:sendonly\n" + Named.BYE))
                .containsExactly("call-setup high", "release high");
    }
}
