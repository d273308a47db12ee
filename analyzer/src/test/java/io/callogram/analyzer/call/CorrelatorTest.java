package io.callogram.analyzer.call;

import static io.callogram.analyzer.call.Linked.bridged;
import static io.callogram.analyzer.call.Linked.calls;
import static io.callogram.analyzer.call.Linked.invited;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What stays apart, what is one entry anyway, and that order and number do not matter.
class CorrelatorTest {

    @Test
    void leavesRedialsApart() {
        assertThat(
                        calls(
                                "0.0 A>B INVITE 1 a1/ id=one|0.1 B>A 486 1 a1/b1 id=one|0.2 A>B ACK 1 a1/b1 id=one v=A1I|"
                                        + "5.0 A>B INVITE 1 a2/ id=two|5.1 B>A 486 1 a2/b2 id=two|"))
                .isEqualTo(2);
    }

    @Test
    void keepsProbesOfOnePairOfHostsTogether() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            text.append(i)
                    .append(".0 A>P OPTIONS 1 a")
                    .append(i)
                    .append("/ id=o")
                    .append(i)
                    .append('\n');
            text.append(i)
                    .append(".1 P>A 200/OPTIONS 1 a")
                    .append(i)
                    .append("/p id=o")
                    .append(i)
                    .append('\n');
        }
        text.append("9.0 A>Q OPTIONS 1 a9/ id=o9|");
        assertThat(Folded.calls(text.toString()))
                .extracting(call -> call.legs().size())
                .containsExactly(5, 1);
    }

    @Test
    void keepsRegistrationsOfSeveralAccountsApart() {
        String text =
                """
                0.0 A>P REGISTER 1 a/ to=2001 contact=2001@A
                0.1 P>A 200/REGISTER 1 a/p to=2001
                0.2 A>P REGISTER 2 a/ to=2002 contact=2002@A
                0.3 P>A 200/REGISTER 2 a/p to=2002
                60.2 A>P REGISTER 3 a/ to=2001 contact=2001@A
                60.3 P>A 200/REGISTER 3 a/p to=2001
                """;
        List<Call> calls = Folded.calls(text);
        assertThat(calls).extracting(call -> call.messages().size()).containsExactly(4, 2);
        assertThat(calls).extracting(call -> call.callee().user()).containsExactly("2001", "2002");
    }

    @Test
    void givesTheSameCallsInWhateverOrderLegsCome() {
        List<LegFold> legs =
                new ArrayList<>(
                        Folded.legs(
                                bridged("sdp=S:8000")
                                        + invited("REPLACES=one;to-tag=b1;from-tag=a1")));
        List<String> expected = shape(Correlator.correlate(legs));
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(legs, random);
            assertThat(shape(Correlator.correlate(legs))).isEqualTo(expected);
        }
    }

    private static List<String> shape(List<Cluster> clusters) {
        List<String> shape = new ArrayList<>();
        for (Cluster cluster : clusters) {
            shape.add(
                    cluster.legs().stream().map(leg -> leg.summary().callId()).toList()
                            + " "
                            + cluster.links());
        }
        return shape;
    }

    @Test
    void keepsManyCallsOfOneUserApartWithoutComparingThemAll() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append(String.format("%.1f A>B INVITE 1 a%d/ id=c%d%n", i * 0.1, i, i));
            text.append(String.format("%.2f B>A 180 1 a%d/b%d id=c%d%n", i * 0.1 + 0.05, i, i, i));
        }
        assertThat(calls(text.toString())).isEqualTo(1000);
    }
}
