package io.callogram.analyzer.flow.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.flow.FlowKind;
import org.junit.jupiter.api.Test;

/// Transfers that no REFER asks for.
class TransferTest {

    private static final String ALSO =
            Named.TALK
                    + """
                    64.0 A>B BYE 2 a/b ALSO=<sip:1003@example.com>
                    64.1 B>A 200/BYE 2 a/b
                    """;

    private static String onward(String from, String to, int number) {
        return """
        64.2 FROM>TO INVITE 1 TAG9/ id=new to=NUMBER
        66.0 TO>FROM 200 1 TAG9/m1 id=new
        66.1 FROM>TO ACK 1 TAG9/m1 id=new
        """
                .replace("FROM", from)
                .replace("TO>", to + ">")
                .replace(">TO", ">" + to)
                .replace("TAG", from.toLowerCase(java.util.Locale.ROOT))
                .replace("NUMBER", Integer.toString(number));
    }

    @Test
    void namesATransferByAlso() {
        assertThat(Named.told(ALSO + onward("B", "C", 1003), FlowKind.BLIND_TRANSFER))
                .isEqualTo("A=1001 B=1002 C=1003 by=also result=success");
    }

    @Test
    void seesNoTransferWhereNobodyCalls() {
        assertThat(Named.in(ALSO)).containsExactly("call-setup high", "release high");
    }

    @Test
    void seesNoTransferWhereSomebodyElseIsCalled() {
        assertThat(Named.in(ALSO + onward("B", "D", 1004))).doesNotContain("blind-transfer high");
        assertThat(Named.in(ALSO + onward("D", "C", 1003))).doesNotContain("blind-transfer high");
    }
}
