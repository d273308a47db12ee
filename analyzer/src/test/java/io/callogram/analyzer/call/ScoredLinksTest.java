package io.callogram.analyzer.call;

import static io.callogram.analyzer.call.Linked.bridged;
import static io.callogram.analyzer.call.Linked.calls;
import static io.callogram.analyzer.call.Linked.links;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What only the evidence tells: the legs of a B2BUA, media legs, third parties.
class ScoredLinksTest {

    @Test
    void joinsTheLegsOfAB2buaByScore() {
        Call call = Folded.call(bridged("sdp=S:8000"));
        assertThat(links(call)).containsExactly("-", "scored>1");
        Link link = Objects.requireNonNull(call.legs().get(1).link());
        assertThat(link.score()).isGreaterThanOrEqualTo(60);
        assertThat(link.grounds())
                .contains(
                        new Ground("caller", List.of("1001"), 20),
                        new Ground("called", List.of("1002"), 20))
                .anyMatch(ground -> ground.values().contains("0.050"));
        assertThat(Folded.roles(call)).containsExactly("ua", "b2bua", "ua");
        assertThat(Folded.names(call)).containsExactly("1001", "B2BUA", "1002");
        assertThat(call.result().outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.endedBy()).isEqualTo(Ended.CALLEE);
    }

    @Test
    void joinsTheLegsOfAB2buaThatHidesTheCallerWhenMediaPassesThrough() {
        assertThat(links(bridged("from=7777 sdp=A:4000"))).containsExactly("-", "scored>1");
    }

    @Test
    void leavesLegsApartThatShareOnlyTheHost() {
        assertThat(calls(bridged("from=7777 to=8888 sdp=S:8000"))).isEqualTo(2);
    }

    @Test
    void joinsADivertedLeg() {
        assertThat(links(bridged("to=1003 DIVERSION=<sip:1002@example.com>;reason=user-busy")))
                .containsExactly("-", "scored>1");
    }

    @Test
    void leavesCallsOfEquallyNamedUsersAtTwoSitesApart() {
        String text =
                """
                0.00 A>S INVITE 1 a1/ id=in from=1001 to=1002 sdp=A:4000
                0.90 D>E INVITE 1 d1/ id=out from=1001 to=1003 sdp=D:4000 DIVERSION=<sip:1002@example.com>;reason=user-busy
                """;
        assertThat(calls(text)).isEqualTo(2);
    }

    @Test
    void joinsALegThatWasDivertedMoreThanOnce() {
        String chain =
                "DIVERSION=<sip:1005@example.com>;reason=no-answer HISTORY_INFO=<sip:1002@example.com>;index=1";
        assertThat(links(bridged("to=1003 " + chain))).containsExactly("-", "scored>1");
    }

    @Test
    void joinsByACallIdThatIsMadeFromTheOther() {
        String text =
                bridged("from=7777 to=1002")
                        .replace("in@a", "1234567890ab@a")
                        .replace("out@s", "1234567890ab@a_b2b-1");
        assertThat(links(text)).containsExactly("-", "scored>1");
    }

    @Test
    void doesNotJoinAmbiguousLegs() {
        String text =
                """
                0.00 A>S INVITE 1 a1/ id=in1
                0.01 A>S INVITE 1 a2/ id=in2
                0.05 S>B INVITE 1 s1/ id=out1 from=1001 contact=S
                """;
        assertThat(calls(text)).isEqualTo(3);
    }

    @Test
    void givesEachOfTwoEqualCallsItsOwnOtherSide() {
        String text =
                """
                0.00 A>S INVITE 1 a1/ id=in1 sdp=A:4000
                0.05 S>B INVITE 1 s1/ id=out1 from=1001 contact=S sdp=A:4000
                0.50 A>S INVITE 1 a2/ id=in2 sdp=A:4000
                0.55 S>B INVITE 1 s2/ id=out2 from=1001 contact=S sdp=A:4000
                """;
        List<Call> calls = Folded.calls(text);
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0).legs()).extracting(Leg::callId).containsExactly("in1", "out1");
        assertThat(calls.get(1).legs()).extracting(Leg::callId).containsExactly("in2", "out2");
    }

    @Test
    void doesNotJoinTwoCallsOfOneCallerThatOnlyLookAlike() {
        String text =
                """
                0.00 A>B INVITE 1 a1/ id=one sdp=A:4000 origin=same
                0.10 B>A 180 1 a1/b1 id=one
                0.50 A>B INVITE 1 a2/ id=two sdp=A:4000 origin=same
                0.60 B>A 180 1 a2/b2 id=two
                1.00 B>A 200 1 a1/b1 id=one sdp=B:5000
                1.10 B>A 200 1 a2/b2 id=two sdp=B:5000
                """;
        assertThat(calls(text)).isEqualTo(2);
    }

    @Test
    void joinsARingBackMediaLeg() {
        String text =
                """
                0.00 A>S INVITE 1 a1/ id=in sdp=A:4000
                0.05 S>B INVITE 1 s1/ id=out from=1001 contact=S sdp=S:8000
                0.30 B>S 180 1 s1/b1 id=out
                0.40 S>M INVITE 1 s2/ id=tone from=1001 to=annc contact=S sdp=A:4000
                0.45 M>S 200 1 s2/m1 id=tone sdp=M:7000
                0.46 S>M ACK 1 s2/m1 id=tone
                0.50 S>A 183 1 a1/t1 id=in contact=S sdp=M:7000
                9.00 B>S 200 1 s1/b1 id=out sdp=B:5000
                9.01 S>M BYE 2 s2/m1 id=tone
                9.02 M>S 200/BYE 2 s2/m1 id=tone
                9.05 S>A 200 1 a1/t1 id=in contact=S sdp=B:5000
                """;
        assertThat(links(text)).containsExactly("-", "scored>1", "scored>1");
    }

    @Test
    void joinsBothLegsOfAThirdPartyCall() {
        String text =
                """
                0.00 S>A INVITE 1 s1/ id=one to=1001 from=click contact=S
                1.00 A>S 200 1 s1/a1 id=one sdp=A:4000
                1.10 S>B INVITE 1 s2/ id=two to=1002 from=click contact=S sdp=A:4000
                2.00 B>S 200 1 s2/b1 id=two sdp=B:5000
                2.10 S>A ACK 1 s1/a1 id=one sdp=B:5000
                """;
        assertThat(links(text)).containsExactly("-", "scored>1");
        assertThat(
                        calls(
                                text.replace("contact=S sdp=A:4000", "contact=S sdp=S:9000")
                                        .replace("id=one sdp=B:5000", "id=one sdp=S:9002")))
                .isEqualTo(2);
    }
}
