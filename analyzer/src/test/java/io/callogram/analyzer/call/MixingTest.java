package io.callogram.analyzer.call;

import static io.callogram.analyzer.call.Linked.TALK;
import static io.callogram.analyzer.call.Linked.calls;
import static io.callogram.analyzer.call.Linked.links;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Calls that one phone mixes or a REFER asked for, seen in part.
class MixingTest {

    @Test
    void joinsTheCallThatAReferAskedForWhenOnlyItsResponsesWereCaptured() {
        String answered =
                "|7.4 C>B 100 1 b9/ id=two from=1002 to=1003|7.9 C>B 180 1 b9/c1 id=two from=1002 to=1003|";
        String refer = "7.0 A>B REFER 2 a1/b1 id=one REFER_TO=<sip:1003@example.com>";
        assertThat(links(TALK + refer + answered)).containsExactly("-", "refer>1");
        assertThat(calls(TALK + refer + answered.replace("to=1003", "to=1004"))).isEqualTo(2);
    }

    @Test
    void joinsTheCallsThatAPhoneMixes() {
        String mixing =
                """
                0.0 A>B INVITE 1 a1/ id=one FOCUS=isfocus
                0.3 A>C INVITE 1 a2/ id=two to=1003 FOCUS=isfocus
                2.0 B>A 200 1 a1/b1 id=one
                3.0 C>A 200 1 a2/c1 id=two to=1003
                """;
        assertThat(links(mixing)).containsExactly("-", "three-way>1");
        assertThat(calls(mixing.replaceFirst("FOCUS=isfocus", ""))).isEqualTo(2);
        assertThat(calls(mixing.replace("3.0 C>A 200", "3.0 C>A 180"))).isEqualTo(2);
        assertThat(calls(mixing.replace("3.0 C>A 200", "2.5 A>B BYE 2 a1/b1 id=one|3.0 C>A 200")))
                .isEqualTo(2);
    }

    @Test
    void leavesTheCallsOfAConferenceBridgeApart() {
        String bridge =
                """
                0.0 B>A INVITE 1 b1/ id=one from=1002 to=1001
                0.1 A>B 200 1 b1/a1 id=one from=1002 to=1001 FOCUS=isfocus
                5.0 C>A INVITE 1 c1/ id=two from=1003 to=1001
                5.1 A>C 200 1 c1/a2 id=two from=1003 to=1001 FOCUS=isfocus
                """;
        assertThat(calls(bridge)).isEqualTo(2);
    }
}
