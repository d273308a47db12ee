package io.callogram.analyzer.flow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.FlowKind;
import org.junit.jupiter.api.Test;

class RedirectTest {

    private static final String MOVED =
            """
            0.00 A>R INVITE 1 a/ sdp=A:4000
            0.01 R>A 302 1 a/r contact=1003@C
            0.02 A>R ACK 1 a/r v=A1I
            """;

    @Test
    void namesARedirectionThatIsFollowed() {
        String followed =
                MOVED
                        + """
                        0.10 A>C INVITE 2 a/ uri=1003 sdp=A:4000
                        2.00 C>A 200 2 a/c sdp=C:5000
                        2.10 A>C ACK 2 a/c
                        """;
        assertThat(Named.in(followed)).containsExactly("redirect high", "call-setup high");
        assertThat(Named.told(followed, FlowKind.REDIRECT))
                .startsWith("A=1001 B=1002 C=1003 code=302")
                .endsWith("followed=true");
    }

    @Test
    void namesARedirectionThatNobodyFollows() {
        assertThat(Named.told(MOVED, FlowKind.REDIRECT)).endsWith("followed=false");
    }

    @Test
    void doesNotTakeAMovedRegistrarForOne() {
        assertThat(
                        Named.in(
                                """
                                0.00 A>R REGISTER 1 a/ to=1001 expires=60
                                0.01 R>A 302/REGISTER 1 a/r to=1001 contact=C
                                0.02 A>C REGISTER 2 a/ to=1001 expires=60
                                0.03 C>A 200/REGISTER 2 a/c to=1001 expires=60
                                """))
                .containsExactly("register high");
    }

    @Test
    void doesNotTakeAMovedReinviteForOne() {
        assertThat(
                        Named.in(
                                Named.TALK
                                        + """
                                        9.0 A>B INVITE 2 a/b sdp=A:4000
                                        9.1 B>A 302 2 a/b contact=1003@C
                                        9.2 A>B ACK 2 a/b v=A2I
                                        """))
                .containsExactly("call-setup high");
    }
}
