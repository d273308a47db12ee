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
