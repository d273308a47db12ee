package io.callogram.analyzer.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Columns: who took part, what each was, and what to call it.
class NodesTest {

    @Test
    void putsTheCallerLeftAndTheProxyBetween() {
        Call call = Folded.call(Conversations.PROXIED);
        assertThat(Folded.names(call)).containsExactly("1001", "Proxy", "1002");
        assertThat(Folded.roles(call)).containsExactly("ua", "proxy", "ua");
    }

    @Test
    void knowsAProxyByTheViaBelowItsOwn() {
        Call call = Folded.call("0 P>B INVITE 1 a/ v=P1,A1|0.1 B>P 180 1 a/b v=P1,A1|");
        assertThat(Folded.names(call)).containsExactly("Proxy", "1002");
    }

    @Test
    void knowsRegistrarAndRedirectServer() {
        assertThat(Folded.roles(Folded.call(Conversations.REGISTERED)))
                .containsExactly("ua", "registrar");
        assertThat(Folded.names(Folded.call(Conversations.REGISTERED)))
                .containsExactly("1001", "Registrar");
        assertThat(Folded.roles(Folded.call("0 A>R INVITE 1 a/|0.1 R>A 302 1 a/r contact=C|")))
                .containsExactly("ua", "redirect");
    }

    @Test
    void takesAnotherPortForTheSameAgentWhenContactSaysSo() {
        String text =
                """
                0.00 A:40001>P INVITE 1 a/ v=A1 contact=A
                0.10 P>A:40001 180 1 a/b v=A1
                2.00 P>A:40001 200 1 a/b v=A1
                2.10 A:40001>P ACK 1 a/b v=A2
                9.00 P>A BYE 1 b/a v=P1
                9.10 A>P 200/BYE 1 b/a v=P1
                """;
        Call call = Folded.call(text);
        assertThat(call.nodes()).hasSize(2);
        assertThat(call.nodes().getFirst().endpoints()).hasSize(2);
    }

    @Test
    void takesAMovedCallerForTheSameAgent() {
        String text =
                Conversations.PLAIN.lines().limit(5).reduce("", (a, b) -> a + b + "|")
                        + "9.0 A'>B INVITE 2 a/b v=A7 contact=A'|9.1 B>A' 200 2 a/b v=A7|9.2 A'>B ACK 2 a/b v=A8|";
        Call call = Folded.call(text);
        assertThat(call.nodes()).hasSize(2);
        assertThat(Folded.ladder(call))
                .contains("1>2 INVITE", "2>1 200")
                .doesNotContain("3>2 INVITE");
    }

    @Test
    void neverJoinsTwoThatSpeakWithEachOther() {
        Call call =
                Folded.call(
                        "0 A:5060>A:5070 INVITE 1 a/ contact=A:5070|0.1 A:5070>A:5060 180 1 a/b contact=A|");
        assertThat(call.nodes()).hasSize(2);
    }

    @Test
    void namesTheForkedPhonesByWhatTheProxyAskedFor() {
        assertThat(Folded.names(Folded.call(Conversations.FORKED)))
                .containsExactly("1001", "Proxy", "1002", "1003");
    }

    @Test
    void givesTheOriginalCallerWhenOnlyTheDivertedLegWasSeen() {
        Call call =
                Folded.call(
                        "0 S>C INVITE 1 s/ from=1002 to=1003 DIVERSION=<sip:1002@example.com>;reason=no-answer"
                                + " ASSERTED_IDENTITY=<sip:1001@example.com>|");
        assertThat(call.caller().user()).isEqualTo("1001");
        assertThat(call.callee().user()).isEqualTo("1003");
    }

    @Test
    void keepsTheIdentityWhenLaterLegsJoin() {
        String first = Conversations.PLAIN;
        String id = Folded.call(first).id();
        assertThat(id).matches("c-[0-9a-f]{12}");
        assertThat(
                        Folded.calls(
                                first
                                        + "5 D>B INVITE 1 d/ id=z REPLACES=call-1@example.com;to-tag=b;from-tag=a|"))
                .singleElement()
                .matches(call -> call.id().equals(id) && call.legs().size() == 2);
    }

    @Test
    void takesWhoSendsWithTwoViasForAProxy() {
        Call call = Folded.call("0 P>B INVITE 1 a/ v=P1,A1|0.1 B>P 180 1 a/b v=P1,A1|");
        assertThat(Folded.names(call)).containsExactly("Proxy", "1002");
    }

    @Test
    void namesNobodyAfterTheAckOfAHop() {
        String text =
                """
                0.1 B>P 180 1 a/b v=P1,A1
                0.2 P>A 180 1 a/b v=A1
                9.0 B>P 486 1 a/b v=P1,A1
                9.1 P>B ACK 1 a/b v=P1
                9.2 P>A 486 1 a/b v=A1
                9.3 A>P ACK 1 a/b v=A1
                """;
        Call call = Folded.call(text);
        assertThat(Folded.names(call)).containsExactly("Proxy", "1002", "1001");
        assertThat(call.messages().get(4).forwardOf()).isEqualTo(3);
    }

    @Test
    void takesWhoIsBusyForThePhoneAndWhoKnowsNobodyForAServer() {
        String asked = "0 A>P INVITE 1 a/ v=A1|0.1 P>B INVITE 1 a/ v=P1,A1|";
        assertThat(Folded.names(Folded.call(asked + "0.2 B>P 486 1 a/b v=P1,A1|")))
                .containsExactly("1001", "Proxy", "1002");
        assertThat(Folded.names(Folded.call(asked + "0.2 B>P 404 1 a/b v=P1,A1|")))
                .containsExactly("1001", "Proxy", "Server");
        assertThat(Folded.names(Folded.call("0 A>B INVITE 1 a/|0.1 B>A 401 1 a/b|")))
                .containsExactly("1001", "Server");
    }

    @Test
    void showsANumberWithoutItsContext() {
        Call call = Folded.call("0 A>B INVITE 1 a/ to=0198;phone-context=ims.example.com|");
        assertThat(call.callee().user()).isEqualTo("0198");
    }
}
