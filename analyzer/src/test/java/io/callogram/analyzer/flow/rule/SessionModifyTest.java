package io.callogram.analyzer.flow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.FlowKind;
import org.junit.jupiter.api.Test;

class SessionModifyTest {

    private static String reinvite(String offer, String answer) {
        return "9.0 A>B INVITE 2 a/b sdp="
                + offer
                + "\n9.1 B>A 200 2 a/b sdp="
                + answer
                + "\n9.2 A>B ACK 2 a/b\n";
    }

    @Test
    void namesANewAddress() {
        String moved = Named.TALK + reinvite("A':4000", "B:5000");
        assertThat(Named.in(moved)).containsExactly("session-modify high", "call-setup high");
        assertThat(Named.told(moved, FlowKind.SESSION_MODIFY))
                .isEqualTo("A=1001 B=1002 changes=address");
    }

    @Test
    void namesANewTarget() {
        String moved =
                Named.TALK
                        + """
                        9.0 A>B INVITE 2 a/b sdp=A:4000 contact=A:5070
                        9.1 B>A 200 2 a/b sdp=B:5000
                        9.2 A>B ACK 2 a/b
                        """;
        assertThat(Named.told(moved, FlowKind.SESSION_MODIFY)).endsWith("changes=target");
    }

    @Test
    void doesNotAskTwiceForOneOfferAnsweredOnTwoHops() {
        String held =
                """
                0.0 A>P INVITE 1 a/ v=A1 sdp=A:4000
                0.1 P>B INVITE 1 a/ v=P1,A1 sdp=A:4000
                1.0 B>P 200 1 a/b v=P1,A1 sdp=B:5000
                1.1 P>A 200 1 a/b v=A1 sdp=B:5000
                1.2 A>P ACK 1 a/b v=A2
                1.3 P>B ACK 1 a/b v=P2,A2
                9.0 P>A INVITE 1 b/a v=P3,B1 sdp=B:5000:sendonly
                9.1 A>P 200 1 b/a v=P3,B1 sdp=A:4000:recvonly
                9.2 P>B 200 1 b/a v=B1 sdp=A:4000:recvonly
                9.3 B>P ACK 1 b/a v=B2
                9.4 P>A ACK 1 b/a v=P4,B2
                """;
        assertThat(Named.in(held)).containsExactly("hold high", "call-setup high");
    }

    @Test
    void namesAStreamThatEnds() {
        assertThat(Named.told(Named.TALK + reinvite("A:0", "B:0"), FlowKind.SESSION_MODIFY))
                .endsWith("changes=remove-media");
    }

    @Test
    void isLessSureWithoutWhatWasBefore() {
        assertThat(Named.in(reinvite("A:4000", "B:5000"))).contains("session-modify medium");
    }

    @Test
    void doesNotTakeARefreshForAModification() {
        assertThat(Named.in(Named.TALK + reinvite("A:4000", "B:5000")))
                .containsExactly("call-setup high");
    }

    @Test
    void doesNotTakeARefusedChangeForAModification() {
        assertThat(
                        Named.in(
                                Named.TALK
                                        + """
                                        9.0 A>B INVITE 2 a/b sdp=A':4000
                                        9.1 B>A 488 2 a/b
                                        9.2 A>B ACK 2 a/b v=A2I
                                        """))
                .containsExactly("call-setup high");
    }

    @Test
    void doesNotTakeAnUpdateBeforeTheAnswerForAModification() {
        assertThat(
                        Named.in(
                                """
                                0.000 A>B INVITE 1 a/ sdp=A:4000
                                0.300 B>A 183 1 a/b sdp=B:5000
                                0.400 A>B UPDATE 2 a/b sdp=A':4000
                                0.500 B>A 200/UPDATE 2 a/b sdp=B:5000
                                4.300 B>A 200 1 a/b
                                4.350 A>B ACK 1 a/b
                                """))
                .containsExactly("call-setup high", "early-media high", "early-update high");
    }
}
