package io.callogram.analyzer.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Dialogs from first tag to last word (RFC 3261 §12).
class DialogsTest {

    @Test
    void endsTheDialogOnBye() {
        CallDialog dialog = Folded.call(Conversations.PLAIN).dialogs().getFirst();
        assertThat(dialog.early()).isEqualTo(3);
        assertThat(dialog.confirmed()).isEqualTo(4);
        assertThat(dialog.ended()).isEqualTo(6);
        assertThat(dialog.cause()).isEqualTo("bye");
        assertThat(dialog.endedBy()).isEqualTo(Ended.CALLER);
        assertThat(dialog.callerNode()).isZero();
        assertThat(dialog.calleeNode()).isEqualTo(1);
    }

    @Test
    void putsCallerAndCalleeAtTheEndsOfTheProxiedDialog() {
        CallDialog dialog = Folded.call(Conversations.PROXIED).dialogs().getFirst();
        assertThat(dialog.callerNode()).isZero();
        assertThat(dialog.calleeNode()).isEqualTo(2);
        assertThat(dialog.endedBy()).isEqualTo(Ended.CALLEE);
    }

    @Test
    void makesNoDialogOfA100WithATag() {
        assertThat(Folded.call("0.0 A>B INVITE 1 a/|0.1 B>A 100 1 a/b").dialogs()).isEmpty();
    }

    @Test
    void takesAMissingTagForNullUntilItIsTold() {
        Call call =
                Folded.call(
                        """
                        0.0 A>B INVITE 1 a/
                        0.1 B>A 180 1 a/
                        2.0 B>A 200 1 a/b
                        2.1 A>B ACK 1 a/b
                        """);
        assertThat(Folded.dialogs(call)).containsExactly("confirmed");
        assertThat(call.dialogs().getFirst().early()).isEqualTo(2);
    }

    @Test
    void keepsADialogWithAPeerThatNeverSendsATag() {
        Call call =
                Folded.call(
                        """
                        0.0 A>B INVITE 1 a/
                        0.1 B>A 180 1 a/
                        2.0 B>A 200 1 a/
                        2.1 A>B ACK 1 a/
                        5.0 B>A BYE 1 /a
                        5.1 A>B 200/BYE 1 /a
                        """);
        assertThat(Folded.dialogs(call)).containsExactly("bye");
        assertThat(call.endedBy()).isEqualTo(Ended.CALLEE);
    }

    @Test
    void confirmsTheDialogOfTheSuccessAndForgetsTheOtherFork() {
        String text =
                """
                0.0 A>P INVITE 1 a/
                0.2 P>A 183 1 a/m
                0.3 P>A 180 1 a/b
                4.0 P>A 200 1 a/c
                4.1 A>P ACK 1 a/c
                """;
        assertThat(Folded.dialogs(Folded.call(text)))
                .containsExactly("early", "early", "confirmed");
        assertThat(Folded.dialogs(Folded.callAfter(text, 40)))
                .containsExactly("other-fork-answered", "other-fork-answered", "confirmed");
    }

    @Test
    void endsTheCancelledForkBecauseAnotherAnswered() {
        assertThat(Folded.dialogs(Folded.call(Conversations.FORKED)))
                .containsExactly("bye", "other-fork-answered");
    }

    @Test
    void keepsBothDialogsWhenTwoForksAnswer() {
        Call call =
                Folded.call(
                        """
                        0.0 A>P INVITE 1 a/
                        0.3 P>A 180 1 a/b
                        0.4 P>A 180 1 a/c
                        2.0 P>A 200 1 a/b
                        2.1 P>A 200 1 a/c
                        2.2 A>P ACK 1 a/b v=A2
                        2.3 A>P ACK 1 a/c v=A3
                        2.4 A>P BYE 2 a/c
                        2.5 P>A 200/BYE 2 a/c
                        """);
        assertThat(Folded.dialogs(call)).containsExactly("confirmed", "bye");
        assertThat(call.result().outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.endedBy()).isNull();
    }

    @Test
    void keepsTheEarlyDialogsOfOneInviteApart() {
        Call call =
                Folded.call(
                        "0 A>P INVITE 1 a/ | 0.2 P>A 182 1 a/x | 0.4 P>A 180 1 a/y | 0.6 P>A 180 1 a/y bytes=2");
        assertThat(Folded.dialogs(call)).containsExactly("early", "early");
        assertThat(call.transactions()).hasSize(1);
    }

    @Test
    void ends199sEarlyDialogOnly() {
        Call call =
                Folded.call(
                        """
                        0.0 A>P INVITE 1 a/
                        0.3 P>A 183 1 a/m
                        0.4 P>A 180 1 a/b
                        2.0 P>A 199 1 a/m
                        3.0 P>A 200 1 a/b
                        """);
        assertThat(Folded.dialogs(call)).containsExactly("early-dialog-terminated", "confirmed");
    }

    @Test
    void endsEarlyDialogsWithTheFailureOfTheirRequest() {
        assertThat(Folded.dialogs(Folded.call(Conversations.NO_ANSWER)))
                .containsExactly("cancelled");
        assertThat(
                        Folded.dialogs(
                                Folded.call(
                                        "0.0 A>B INVITE 1 a/|0.1 B>A 180 1 a/b|3 B>A 603 1 a/b")))
                .containsExactly("rejected");
    }

    @Test
    void endsOn481AndOn408ToARequestWithinIt() {
        String talk = Conversations.PLAIN.lines().limit(5).reduce("", (a, b) -> a + b + "|");
        String modified =
                talk + "10.0 A>B INVITE 2 a/b|10.1 B>A %d 2 a/b|10.2 A>B ACK 2 a/b v=A2I|";
        assertThat(Folded.dialogs(Folded.call(modified.formatted(481)))).containsExactly("481");
        assertThat(Folded.dialogs(Folded.call(modified.formatted(408)))).containsExactly("timeout");
        assertThat(Folded.dialogs(Folded.call(modified.formatted(488))))
                .containsExactly("confirmed");
        assertThat(Folded.dialogs(Folded.call(modified.formatted(491))))
                .containsExactly("confirmed");
    }

    @Test
    void survivesA481ToANotifyOfItsTransfer() {
        String talk = Conversations.PLAIN.lines().limit(5).reduce("", (a, b) -> a + b + "|");
        Call call =
                Folded.call(
                        talk
                                + """
                                10.0 A>B REFER 2 a/b REFER_TO=<sip:1003@example.com>
                                10.1 B>A NOTIFY 1 b/a SUBSCRIPTION_STATE=active
                                10.2 B>A 202/REFER 2 a/b
                                10.3 A>B 481/NOTIFY 1 b/a
                                """);
        assertThat(Folded.dialogs(call)).containsExactly("confirmed");
    }

    @Test
    void takesNoNoticeOfARequestThatCrossedTheBye() {
        String crossed =
                Conversations.PLAIN
                        + "64.41 B>A INVITE 9 b/a|64.42 A>B 481 9 b/a|64.43 B>A ACK 9 b/a v=B9I|";
        Call call = Folded.call(crossed);
        assertThat(Folded.dialogs(call)).containsExactly("bye");
        assertThat(call.result().outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.legs()).hasSize(1);
    }

    @Test
    void countsTheFirstOfTwoByesThatCross() {
        Call call =
                Folded.call(Conversations.PLAIN + "64.36 B>A BYE 9 b/a|64.41 A>B 481/BYE 9 b/a|");
        assertThat(Folded.dialogs(call)).containsExactly("bye");
        assertThat(call.endedBy()).isEqualTo(Ended.CALLER);
    }

    @Test
    void endsAnEarlyDialogOnTheCallersBye() {
        Call call =
                Folded.call(
                        """
                        0.0 A>B INVITE 1 a/
                        0.3 B>A 180 1 a/b
                        4.0 A>B BYE 2 a/b
                        4.1 B>A 200/BYE 2 a/b
                        4.2 B>A 487 1 a/b
                        4.3 A>B ACK 1 a/b v=A1I
                        """);
        assertThat(Folded.dialogs(call)).containsExactly("bye");
        assertThat(call.result().outcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void releasesOnAByeThatCameBeforeTheAck() {
        Call call =
                Folded.call(
                        """
                        0.0 A>B INVITE 1 a/
                        1.0 B>A 200 1 a/b
                        1.1 B>A BYE 1 b/a
                        1.2 A>B 200/BYE 1 b/a
                        """);
        assertThat(Folded.dialogs(call)).containsExactly("bye");
        assertThat(call.endedBy()).isEqualTo(Ended.CALLEE);
        assertThat(call.result().certain()).isFalse();
    }

    @Test
    void tellsAByeThatNobodyAnswered() {
        String silent = Conversations.PLAIN.lines().limit(6).reduce("", (a, b) -> a + b + "|");
        assertThat(Folded.dialogs(Folded.callAfter(silent, 100))).containsExactly("bye-unanswered");
        assertThat(Folded.callAfter(silent, 100).endedBy()).isEqualTo(Ended.CALLER);
    }

    @Test
    void confirmsLateWhatACancelCrossed() {
        Call call = Folded.call(Conversations.LATE_CANCEL);
        assertThat(Folded.dialogs(call)).containsExactly("bye");
        assertThat(call.dialogs().getFirst().confirmed()).isEqualTo(3);
    }

    @Test
    void beginsInTheMiddleOfADialog() {
        Call call = Folded.call(Conversations.UNSEEN_START);
        assertThat(call.dialogs()).singleElement().matches(CallDialog::startUnseen);
        assertThat(Folded.dialogs(call)).containsExactly("bye");
        assertThat(call.legs().getFirst().startUnseen()).isTrue();
    }

    @Test
    void makesASubscriptionsDialogByTheNotifyThatCameFirst() {
        Call call = Folded.call(Conversations.SUBSCRIBED);
        assertThat(Folded.dialogs(call)).containsExactly("subscription-terminated");
        assertThat(call.dialogs().getFirst().confirmed()).isEqualTo(2);
        assertThat(call.legs()).hasSize(1);
    }

    @Test
    void endsOnlyOnceWhenAChallengedByeComesAgain() {
        Call call = Folded.call(Conversations.CHALLENGED);
        assertThat(Folded.dialogs(call)).containsExactly("bye");
        assertThat(call.dialogs().getFirst().ended()).isEqualTo(9);
    }

    @Test
    void isProvenByAnAckWhenTheSuccessWasNotCaptured() {
        Call call = Folded.call("0.0 A>B INVITE 1 a/|0.3 B>A 180 1 a/b|2.0 A>B ACK 1 a/b|");
        assertThat(Folded.dialogs(call)).containsExactly("confirmed");
        assertThat(call.result()).matches(r -> r.outcome() == Outcome.ANSWERED && !r.certain());
    }
}
