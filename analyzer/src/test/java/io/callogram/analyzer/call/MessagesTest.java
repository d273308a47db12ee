package io.callogram.analyzer.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.transaction.Conversation;
import io.callogram.analyzer.transaction.Seen;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which messages there are, in which transactions, in which order.
class MessagesTest {

    @Test
    void numbersRetransmissionsOnceAndCountsThem() {
        Call call = Folded.call(Conversations.RETRANSMITTED);
        assertThat(Folded.ladder(call))
                .containsExactly(
                        "1>2 INVITE", "2>1 180", "2>1 200", "1>2 ACK", "2>1 BYE", "1>2 200");
        assertThat(call.messages())
                .extracting(m -> m.repeats().size())
                .containsExactly(2, 0, 2, 1, 1, 0);
        assertThat(call.times().postDialDelay()).isEqualTo(1_600_000_000L);
    }

    @Test
    void dropsAPacketThatWasCapturedTwice() {
        Call call =
                Folded.call(
                        """
                        0.0000 A>B INVITE 1 a/
                        0.0005 A>B INVITE 1 a/
                        0.3000 B>A 180 1 a/b
                        0.3004 B>A 180 1 a/b
                        """);
        assertThat(call.messages()).hasSize(2).allMatch(m -> m.repeats().isEmpty());
        assertThat(call.events()).filteredOn(e -> e.name().equals("CopyDropped")).hasSize(2);
    }

    @Test
    void keepsTheHopsOfAProxyAsStepsOfOneCall() {
        Call call = Folded.call(Conversations.PROXIED);
        assertThat(call.messages())
                .hasSize(14)
                .extracting(CallMessage::forwardOf)
                .containsExactly(0, 1, 0, 0, 0, 5, 0, 7, 0, 9, 0, 11, 0, 13);
        assertThat(call.legs()).hasSize(1);
        assertThat(call.dialogs()).hasSize(1);
        assertThat(call.transactions())
                .extracting(CallTransaction::method)
                .containsExactly(
                        Method.INVITE,
                        Method.INVITE,
                        Method.ACK,
                        Method.ACK,
                        Method.BYE,
                        Method.BYE);
        assertThat(call.transactions())
                .extracting(CallTransaction::endToEnd)
                .containsExactly(1, 1, 1, 1, 2, 2);
    }

    @Test
    void putsTheAckOfAFailureIntoTheInvitesTransaction() {
        Call call = Folded.call(Conversations.BUSY);
        assertThat(call.transactions()).hasSize(2);
        assertThat(call.transactions()).extracting(CallTransaction::ack).containsExactly(7, 5);
        assertThat(call.transactions())
                .extracting(CallTransaction::state)
                .containsOnly("confirmed");
    }

    @Test
    void knowsTheAckOfAFailureByItsTagEvenOnABranchOfItsOwn() {
        Call call = Folded.call(Conversations.BUSY.replace("ACK 1 a/b v=P1", "ACK 1 a/b v=P8"));
        assertThat(call.transactions()).hasSize(2);
        assertThat(call.transactions()).extracting(CallTransaction::ack).containsExactly(7, 5);
        assertThat(call.dialogs()).isEmpty();
    }

    @Test
    void givesTheAckOfASuccessATransactionOfItsOwn() {
        Call call = Folded.call(Conversations.PLAIN);
        assertThat(call.transactions())
                .extracting(CallTransaction::method)
                .containsExactly(Method.INVITE, Method.ACK, Method.BYE);
        assertThat(call.transactions().getFirst().responses()).containsExactly(2, 3, 4);
        assertThat(call.transactions().get(1).endToEnd()).isEqualTo(1);
    }

    @Test
    void takesAnAckOnTheInvitesBranchForTheOneOfItsSuccessWhenThereWasOne() {
        Call call =
                Folded.call(
                        """
                        0.0 A>B INVITE 1 a/ v=A1
                        1.0 B>A 200 1 a/b v=A1
                        1.1 A>B ACK 1 a/b v=A1
                        """);
        assertThat(call.result().outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.result().certain()).isTrue();
        assertThat(call.transactions().get(1).method()).isEqualTo(Method.ACK);
    }

    @Test
    void keepsTheCancelApartFromTheInviteWithItsBranch() {
        Call call = Folded.call(Conversations.NO_ANSWER);
        assertThat(call.transactions())
                .extracting(CallTransaction::method)
                .containsExactly(Method.INVITE, Method.INVITE, Method.CANCEL, Method.CANCEL);
        assertThat(call.transactions().get(0).ack()).isEqualTo(14);
        assertThat(call.transactions().get(1).ack()).isEqualTo(12);
    }

    @Test
    void matchesBranchesWithoutTheCookieAsRfc2543Did() {
        List<Call> calls =
                Folded.calls(
                        """
                        0.0 A>B INVITE 1 a/ v=~A
                        0.2 B>A 180 1 a/b v=~A
                        0.9 B>A 486 1 a/b v=~A
                        1.0 A>B ACK 1 a/b v=~A
                        5.5 A>B INVITE 2 a/ v=~A
                        5.6 B>A 200 2 a/b v=~A
                        5.7 A>B ACK 2 a/b v=~A
                        """);
        assertThat(calls).hasSize(2);
        assertThat(calls.getFirst().transactions()).hasSize(1).allMatch(CallTransaction::rfc2543);
        assertThat(calls.getFirst().transactions().getFirst().responses()).hasSize(2);
        assertThat(calls.getLast().result().outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(Folded.dialogs(calls.getLast())).containsExactly("confirmed");
    }

    @Test
    void namesAnAckWithoutAnInviteStray() {
        Call call =
                Folded.call(
                        """
                        0.0 A>B ACK 4 a/b
                        1.0 B>A BYE 1 b/a
                        1.1 A>B 200/BYE 1 b/a
                        """);
        assertThat(call.messages())
                .extracting(CallMessage::stray)
                .containsExactly("ack-without-invite", "", "");
        assertThat(call.messages().getFirst().transaction()).isZero();
    }

    @Test
    void namesAMessageWithoutCseqStrayEvenAlone() {
        Call call = Folded.call("0.0 A>B INVITE -1 a/");
        assertThat(call.messages()).extracting(CallMessage::stray).containsExactly("no-cseq");
    }

    @Test
    void toleratesResponsesWhoseRequestWasNotCaptured() {
        Call call =
                Folded.call(
                        """
                        0.00 A>P INVITE 1 a/ v=A1
                        0.01 P>A 100 1 a/ v=A1
                        0.20 D>P 180 1 a/d v=P9,A1
                        0.21 P>A 180 1 a/d v=A1
                        2.00 D>P 200 1 a/d v=P9,A1
                        2.01 P>A 200 1 a/d v=A1
                        2.10 A>P ACK 1 a/d v=A2
                        """);
        assertThat(call.result().outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.transactions().get(1).request()).isZero();
        assertThat(call.transactions().get(1).endToEnd())
                .isEqualTo(call.transactions().getFirst().endToEnd());
    }

    @Test
    void putsARequestBeforeItsResponseWhenTheyWereCapturedTheOtherWayRound() {
        Call call =
                Folded.call(
                        """
                        0.000 A>P INVITE 1 a/ v=A1
                        0.010 B>P 180 1 a/b v=P1,A1
                        0.012 P>B INVITE 1 a/ v=P1,A1
                        0.020 P>A 180 1 a/b v=A1
                        """);
        assertThat(Folded.ladder(call))
                .containsExactly("1>2 INVITE", "2>3 INVITE", "3>2 180", "2>1 180");
        assertThat(call.messages().get(2).seen().time())
                .isEqualTo(Conversation.START + 10_000_000L);
    }

    @Test
    void leavesTheOrderAloneBeyondABreath() {
        List<String> methods = new ArrayList<>();
        for (Seen seen :
                ProtocolOrder.of(
                        Conversation.of(
                                """
                                0.000 B>A 180 1 a/b
                                0.060 A>B INVITE 1 a/
                                """))) {
            methods.add(seen.sighting().isRequest() ? "INVITE" : "180");
        }
        assertThat(methods).containsExactly("180", "INVITE");
    }

    @Test
    void goesByTimeWhereTwoInterfacesWereWrittenInRuns() {
        Call call =
                Folded.call(
                        """
                        0.000 A>P INVITE 1 a/ v=A1
                        0.090 P>A 100 1 a/ v=A1
                        0.110 P>A 180 1 a/b v=A1
                        0.001 P>B INVITE 1 a/ v=P1,A1
                        0.109 B>P 180 1 a/b v=P1,A1
                        """);
        assertThat(Folded.ladder(call))
                .containsExactly("1>2 INVITE", "2>3 INVITE", "2>1 100", "3>2 180", "2>1 180");
    }

    @Test
    void keepsTheOrderOfAClockSetBackBySomeTenths() {
        Call call =
                Folded.call(
                        """
                        0.300 A>P INVITE 1 a/ v=A1
                        0.100 P>B INVITE 1 a/ v=P1,A1
                        0.101 P>A 100 1 a/ v=A1
                        0.120 B>P 180 1 a/b v=P1,A1
                        0.130 P>A 180 1 a/b v=A1
                        """);
        assertThat(Folded.ladder(call))
                .containsExactly("1>2 INVITE", "2>3 INVITE", "2>1 100", "3>2 180", "2>1 180");
    }

    @Test
    void acceptsAClockThatIsSetBack() {
        Call call =
                Folded.call(
                        """
                        10.0 A>B INVITE 1 a/
                        10.3 B>A 180 1 a/b
                        2.0 B>A 200 1 a/b
                        2.1 A>B ACK 1 a/b
                        """);
        assertThat(call.result().outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.messages()).hasSize(4);
    }

    @Test
    void keepsNetworksWithHiddenTopologyInOneCallWithColumnsByAddress() {
        Call call =
                Folded.call(
                        """
                        0.000 A>S INVITE 1 a/ v=A1
                        0.010 T>B INVITE 1 a/ v=T1
                        0.020 B>T 180 1 a/b v=T1
                        0.030 S>A 180 1 a/b v=A1
                        2.000 B>T 200 1 a/b v=T1
                        2.010 S>A 200 1 a/b v=A1
                        2.100 A>S ACK 1 a/b v=A2
                        2.110 T>B ACK 1 a/b v=T2
                        """);
        assertThat(call.legs()).hasSize(1);
        assertThat(call.nodes()).hasSize(4);
        assertThat(call.transactions()).extracting(CallTransaction::endToEnd).containsOnly(1);
        assertThat(call.dialogs()).hasSize(1);
        assertThat(call.messages())
                .extracting(CallMessage::forwardOf)
                .containsExactly(0, 1, 0, 3, 0, 5, 0, 7);
    }

    @Test
    void readsASpiralAsHopsOfOneRequest() {
        Call call =
                Folded.call(
                        """
                        0.00 A>P INVITE 1 a/ v=A1 uri=1002
                        0.01 P>Q INVITE 1 a/ v=P1,A1 uri=1002
                        0.02 Q>P INVITE 1 a/ v=Q1,P1,A1 uri=1003
                        0.03 P>C INVITE 1 a/ v=P2,Q1,P1,A1 uri=1003
                        0.30 C>P 200 1 a/c v=P2,Q1,P1,A1
                        0.31 P>Q 200 1 a/c v=Q1,P1,A1
                        0.32 Q>P 200 1 a/c v=P1,A1
                        0.33 P>A 200 1 a/c v=A1
                        """);
        assertThat(call.messages())
                .extracting(CallMessage::forwardOf)
                .containsExactly(0, 1, 2, 3, 0, 5, 6, 7);
        assertThat(call.transactions()).extracting(CallTransaction::endToEnd).containsOnly(1);
        assertThat(call.dialogs()).hasSize(1);
    }

    @Test
    void acceptsJumpsOfTheSequenceNumber() {
        Call call = Folded.call(Conversations.PLAIN.replace("BYE 2", "BYE 700"));
        assertThat(call.messages()).noneMatch(m -> !m.stray().isEmpty());
        assertThat(Folded.dialogs(call)).containsExactly("bye");
    }

    @Test
    void letsTimersFireWhenCaptureTimeHasPassed() {
        Call call = Folded.callAfter("0.0 A>B INVITE 1 a/", 33);
        assertThat(call.events())
                .filteredOn(e -> e.name().equals("TimerFired"))
                .extracting(CallEvent::detail)
                .containsExactly("timer-b");
        assertThat(call.transactions().getFirst().state()).isEqualTo("terminated");
        assertThat(Folded.callAfter("0.0 A>B INVITE 1 a/", 31).events())
                .noneMatch(e -> e.name().equals("TimerFired"));
    }

    @Test
    void staysBoundedInAFlood() {
        StringBuilder text =
                new StringBuilder(
                        Conversations.PLAIN.lines().limit(5).reduce("", (a, b) -> a + b + "\n"));
        for (int i = 0; i < 1000; i++) {
            text.append("5.").append(1000 + i).append(" A>B INFO ").append(i + 2).append(" a/b\n");
        }
        GroupState state = GroupFold.on(GroupFold.begin(), Conversation.of(text.toString()));
        assertThat(state.transactions.size()).isLessThan(300);
        Call call = Folded.call(text.toString());
        assertThat(call.messages()).hasSize(1005);
        assertThat(call.transactions()).hasSize(1002);
    }

    @Test
    void missesTheAckOfAFailureByTimerH() {
        String text = "0.0 A>B INVITE 1 a/|0.1 B>A 486 1 a/b";
        assertThat(Folded.callAfter(text, 40).events())
                .filteredOn(e -> e.name().equals("TimerFired"))
                .extracting(CallEvent::detail)
                .containsExactly("timer-h");
    }
}
