package io.callogram.analyzer.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Two legs of which nothing but what a HEP agent says of them tells that they are one call.
class AgentLinksTest {

    private static String leg(double start, int number, String more) {
        char caller = (char) ('A' + number);
        String id = " id=leg" + number + "@x from=2" + number + "00 to=3" + number + "00 " + more;
        String letter = Character.toString(Character.toLowerCase(caller));
        String hop = caller + ">Z ";
        String back = "Z>" + caller + " ";
        return start
                + " "
                + hop
                + "INVITE 1 "
                + letter
                + "1/"
                + id
                + "|"
                + (start + 1)
                + " "
                + back
                + "200 1 "
                + letter
                + "1/z"
                + number
                + id
                + "|"
                + (start + 2)
                + " "
                + hop
                + "BYE 2 "
                + letter
                + "1/z"
                + number
                + id
                + "|";
    }

    @Test
    void joinsLegsToWhichTheAgentGivesOneCorrelation() {
        assertThat(Linked.links(leg(0, 0, "hep=linked-7") + leg(0.5, 1, "hep=linked-7")))
                .containsExactly("-", "hep-correlation>1");
        assertThat(Linked.calls(leg(0, 0, "hep=linked-7") + leg(0.5, 1, "hep=linked-8")))
                .isEqualTo(2);
    }

    @Test
    void joinsALegToTheOneWhoseCallIdItIsGiven() {
        assertThat(Linked.links(leg(0, 0, "hep=leg0@x") + leg(0.5, 1, "hep=leg0@x")))
                .containsExactly("-", "hep-correlation>1");
    }

    @Test
    void learnsNothingFromACallIdThatIsItsOwn() {
        assertThat(Linked.calls(leg(0, 0, "hep=leg0@x") + leg(0.5, 1, "hep=leg1@x"))).isEqualTo(2);
        assertThat(Linked.calls(leg(0, 0, "hep=leg0") + leg(0.5, 1, "hep=leg1"))).isEqualTo(2);
    }

    @Test
    void learnsNothingFromWhatAnAgentGivesToEverything() {
        assertThat(Linked.calls(leg(0, 0, "hep=probe") + leg(2.5, 1, "hep=probe"))).isEqualTo(2);
        String eight =
                IntStream.range(0, 8)
                        .mapToObj(i -> leg(i / 10.0, i, "hep=probe"))
                        .collect(Collectors.joining());
        assertThat(Linked.calls(eight)).isEqualTo(1);
        assertThat(Linked.calls(eight + leg(0.9, 8, "hep=probe"))).isEqualTo(9);
    }
}
