package io.callogram.analyzer.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What became of a call, from the final response that its caller got.
class OutcomeTest {

    private static final String RINGS = "0.0 A>B INVITE 1 a/|0.1 B>A 100 1 a/|0.3 B>A 180 1 a/b|";
    private static final String TRIES = "0.0 A>B INVITE 1 a/|0.1 B>A 100 1 a/|";

    private static String refused(String before, int status, String more) {
        return before + "15.0 B>A " + status + " 1 a/b " + more + "|15.1 A>B ACK 1 a/b v=A1I|";
    }

    private static String outcome(Call call) {
        String kind = call.result().kind();
        return call.result().outcome().slug()
                + (kind == null ? "" : " " + kind)
                + (call.result().certain() ? "" : " ?");
    }

    private static String outcome(String text) {
        return outcome(Folded.call(text));
    }

    @Test
    void isAnsweredByASuccessThatWasAcknowledged() {
        assertThat(outcome(Conversations.PLAIN)).isEqualTo("answered");
        assertThat(outcome(Conversations.PROXIED)).isEqualTo("answered");
        assertThat(outcome(Conversations.FORKED)).isEqualTo("answered");
        assertThat(outcome(RINGS + "2.0 B>A 200 1 a/b")).isEqualTo("answered ?");
    }

    @ParameterizedTest
    @CsvSource({
        "486,busy",
        "600,busy",
        "408,no-answer",
        "480,no-answer",
        "504,no-answer",
        "302,redirected",
        "403,rejected forbidden",
        "488,rejected media",
        "606,rejected media",
        "603,rejected declined",
        "607,rejected declined",
        "404,rejected not-found",
        "410,rejected not-found",
        "604,rejected not-found",
        "484,rejected incomplete",
        "485,rejected ambiguous",
        "433,rejected anonymous",
        "415,rejected unsupported",
        "416,rejected unsupported",
        "420,rejected unsupported",
        "421,rejected unsupported",
        "437,rejected identity",
        "494,rejected security",
        "401,rejected auth",
        "407,rejected auth",
        "422,rejected interval",
        "481,failed gone",
        "482,failed loop",
        "483,failed too-many-hops",
        "500,failed server",
        "503,failed server",
        "513,failed server",
        "580,failed precondition",
        "487,no-answer ?"
    })
    void isWhatTheFinalResponseSaysAfterRinging(int status, String expected) {
        assertThat(outcome(refused(RINGS, status, ""))).isEqualTo(expected);
        assertThat(Folded.call(refused(RINGS, status, "")).result().code()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "486,busy",
        "480,failed unavailable",
        "408,failed no-response",
        "504,failed server",
        "487,cancelled ?"
    })
    void isSomethingElseWithoutRinging(int status, String expected) {
        assertThat(outcome(refused(TRIES, status, ""))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "17,busy",
        "18,no-answer",
        "19,no-answer",
        "16,rejected declined",
        "31,rejected declined"
    })
    void believesTheReasonOverTheStatus(int cause, String expected) {
        assertThat(outcome(refused(TRIES, 603, "REASON=Q.850;cause=" + cause))).isEqualTo(expected);
    }

    @Test
    void isNoAnswerWhenTheCallerCancelsAfterLongRinging() {
        assertThat(outcome(Conversations.NO_ANSWER)).isEqualTo("no-answer");
        assertThat(outcome(cancelled("10.3", ""))).isEqualTo("no-answer");
        assertThat(outcome(cancelled("10.2", ""))).isEqualTo("cancelled");
    }

    @Test
    void isNoAnswerWhenTheCancelSaysSo() {
        assertThat(outcome(cancelled("4.0", " REASON=SIP;cause=480;text=\"no_answer\"")))
                .isEqualTo("no-answer");
        assertThat(outcome(cancelled("4.0", " REASON=Q.850;cause=19"))).isEqualTo("no-answer");
        assertThat(outcome(cancelled("4.0", " REASON=Q.850;cause=16"))).isEqualTo("cancelled");
    }

    private static String cancelled(String when, String more) {
        return RINGS
                + when
                + " A>B CANCEL 1 a/"
                + more
                + "|"
                + when
                + "1 B>A 200/CANCEL 1 a/b|"
                + when
                + "2 B>A 487 1 a/b|"
                + when
                + "3 A>B ACK 1 a/b v=A1I|";
    }

    @Test
    void isCancelledWithoutRingingHoweverLongItTook() {
        String text = TRIES + "25 A>B CANCEL 1 a/|25.1 B>A 200/CANCEL 1 a/b|25.2 B>A 487 1 a/b|";
        assertThat(outcome(text)).isEqualTo("cancelled");
    }

    @Test
    void isLessCertainWithoutThe487() {
        assertThat(outcome(RINGS + "4.0 A>B CANCEL 1 a/|4.1 B>A 200/CANCEL 1 a/b|"))
                .isEqualTo("cancelled ?");
        assertThat(
                        outcome(
                                RINGS
                                        + "24.0 A>B CANCEL 1 a/|24.1 B>A 200/CANCEL 1 a/b|24.2 A>B ACK 1 a/b v=A1I|"))
                .isEqualTo("no-answer ?");
    }

    @Test
    void isAnsweredWhenTheCancelCameTooLate() {
        Call call = Folded.call(Conversations.LATE_CANCEL);
        assertThat(outcome(call)).isEqualTo("answered");
        assertThat(call.times().talk()).isEqualTo(40_000_000L);
    }

    @Test
    void acceptsACancelBeforeAnyProvisionalResponse() {
        assertThat(
                        outcome(
                                "0.0 A>B INVITE 1 a/|0.1 A>B CANCEL 1 a/|0.2 B>A 481/CANCEL 1 a/b|0.3 B>A 487 1 a/b|"))
                .isEqualTo("cancelled");
    }

    @Test
    void followsTheCallerThroughAChallenge() {
        assertThat(outcome(Conversations.CHALLENGED)).isEqualTo("answered");
        assertThat(
                        outcome(
                                "0.0 A>B INVITE 1 a/|0.1 B>A 422 1 a/b|0.2 A>B ACK 1 a/b v=A1I|"
                                        + "0.3 A>B INVITE 2 a/|0.4 B>A 486 2 a/b|"))
                .isEqualTo("busy");
    }

    @Test
    void staysTheRejectionWhenTheChallengeComesAgain() {
        assertThat(
                        outcome(
                                "0.0 A>B INVITE 1 a/|0.1 B>A 401 1 a/b|0.2 A>B ACK 1 a/b v=A1I|"
                                        + "0.3 A>B INVITE 2 a/|0.4 B>A 401 2 a/b|"))
                .isEqualTo("rejected auth");
    }

    @Test
    void followsTheCallerThroughARedirection() {
        assertThat(
                        outcome(
                                "0.0 A>R INVITE 1 a/|0.1 R>A 302 1 a/r contact=C|0.2 A>R ACK 1 a/r v=A1I|"
                                        + "0.3 A>C INVITE 2 a/ uri=1003|0.4 C>A 180 2 a/c|3.0 C>A 200 2 a/c|3.1 A>C ACK 2 a/c|"))
                .isEqualTo("answered");
    }

    @Test
    void failsWhenNobodyEverResponds() {
        Call call = Folded.callAfter("0.0 A>B INVITE 1 a/", 40);
        assertThat(outcome(call)).isEqualTo("failed no-response");
        String sends = "";
        for (String time : new String[] {"0", "0.5", "1.5", "3.5", "7.5", "15.5", "31.5"}) {
            sends += time + " A>B INVITE 1 a/|";
        }
        assertThat(outcome(sends)).isEqualTo("failed no-response");
    }

    @Test
    void isInProgressWhenTheCaptureEndsFirst() {
        assertThat(outcome(RINGS)).isEqualTo("in-progress ?");
        assertThat(outcome(Folded.callAfter(RINGS, 100))).isEqualTo("in-progress ?");
        assertThat(outcome("0.0 A>B INVITE 1 a/|0.5 A>B INVITE 1 a/|")).isEqualTo("in-progress ?");
    }

    @Test
    void goesOnRingingWhenABranchIsBusy() {
        Call call =
                Folded.call(
                        """
                        0.00 A>P INVITE 1 a/ v=A1
                        0.01 P>B INVITE 1 a/ v=P1,A1
                        0.10 B>P 486 1 a/b v=P1,A1
                        0.11 P>C INVITE 1 a/ v=P2,A1
                        1.00 C>P 180 1 a/c v=P2,A1
                        1.10 P>A 180 1 a/c v=A1
                        4.00 C>P 200 1 a/c v=P2,A1
                        4.10 P>A 200 1 a/c v=A1
                        """);
        assertThat(call.result().outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(call.times().postDialDelay()).isEqualTo(1_100_000_000L);
        assertThat(call.times().ring()).isEqualTo(3_000_000_000L);
    }

    @Test
    void isNotWhatOneBranchOfAForkSays() {
        String text =
                """
                0.00 A>P INVITE 1 a/ v=A1
                0.01 P>B INVITE 1 a/ v=P1,A1
                0.02 P>C INVITE 1 a/ v=P2,A1 uri=1003
                0.10 B>P 486 1 a/b v=P1,A1
                0.11 P>B ACK 1 a/b v=P1
                0.20 C>P 180 1 a/c v=P2,A1
                0.21 P>A 180 1 a/c v=A1
                3.00 C>P 200 1 a/c v=P2,A1
                3.01 P>A 200 1 a/c v=A1
                3.10 A>P ACK 1 a/c v=A2
                """;
        assertThat(outcome(text)).isEqualTo("answered");
    }

    @Test
    void isNotAMergedRequestsLoop() {
        String text =
                """
                0.00 A>P INVITE 1 a/ v=A1
                0.01 P>B INVITE 1 a/ v=P1,A1
                0.02 P>B INVITE 1 a/ v=P2,A1
                0.10 B>P 482 1 a/x v=P2,A1
                0.11 P>B ACK 1 a/x v=P2
                3.00 B>P 200 1 a/b v=P1,A1
                3.01 P>A 200 1 a/b v=A1
                3.10 A>P ACK 1 a/b v=A2
                """;
        assertThat(outcome(text)).isEqualTo("answered");
    }

    @Test
    void guessesFromDownstreamWhatTheCallerGot() {
        String text =
                """
                0.00 A>P INVITE 1 a/ v=A1
                0.01 P>B INVITE 1 a/ v=P1,A1
                0.02 P>C INVITE 1 a/ v=P2,A1
                0.10 B>P 404 1 a/b v=P1,A1
                0.20 C>P 603 1 a/c v=P2,A1
                """;
        assertThat(outcome(text)).isEqualTo("rejected declined ?");
    }

    @Test
    void isAnsweredWithLessCertaintyWhenOnlyTheTalkWasCaptured() {
        assertThat(outcome(Conversations.UNSEEN_START)).isEqualTo("answered ?");
    }

    @Test
    void isAnsweredWhenSomebodyElsePicksUp() {
        Call call =
                Folded.call(
                        RINGS
                                + """
                                9.0 C>A INVITE 1 c/ id=two to=1001 REPLACES=call-1@example.com;to-tag=a;from-tag=b;early-only
                                9.1 A>C 200 1 c/a5 id=two
                                9.2 C>A ACK 1 c/a5 id=two
                                9.3 A>B CANCEL 1 a/
                                9.4 B>A 487 1 a/b
                                20.0 A>C BYE 1 a5/c id=two
                                """);
        assertThat(outcome(call)).isEqualTo("answered");
        assertThat(call.times().ring()).isEqualTo(8_800_000_000L);
        assertThat(call.endedBy()).isEqualTo(Ended.CALLER);
    }

    @Test
    void isKnownFromResponsesAlone() {
        assertThat(outcome("0.1 B>A 100 1 a/|0.3 B>A 180 1 a/b|9.0 B>A 486 1 a/b|"))
                .isEqualTo("busy ?");
    }

    @Test
    void isNotChangedByARefusedModification() {
        String talk = Conversations.PLAIN.lines().limit(5).reduce("", (a, b) -> a + b + "|");
        assertThat(
                        outcome(
                                talk
                                        + "9.0 A>B INVITE 2 a/b|9.1 B>A 488 2 a/b|9.2 A>B ACK 2 a/b v=A2I|"))
                .isEqualTo("answered");
        assertThat(
                        outcome(
                                talk
                                        + "9.0 A>B INVITE 2 a/b|12.0 A>B BYE 3 a/b|12.1 B>A 200/BYE 3 a/b|"))
                .isEqualTo("answered");
    }

    @Test
    void acceptsACallToOneself() {
        assertThat(outcome(Conversations.PLAIN.replace("INVITE 1 a/", "INVITE 1 a/ to=1001")))
                .isEqualTo("answered");
    }

    @Test
    void isNotChangedByTheReasonOfAByeOrACancel() {
        assertThat(
                        outcome(
                                Conversations.PLAIN.replace(
                                        "BYE 2 a/b|", "BYE 2 a/b REASON=Q.850;cause=17|")))
                .isEqualTo("answered");
    }

    @Test
    void isOkOrFailedForWhatIsNoCall() {
        assertThat(outcome(Conversations.REGISTERED)).isEqualTo("ok");
        assertThat(outcome("0 A>P REGISTER 1 a/|0.1 P>A 401/REGISTER 1 a/p|"))
                .isEqualTo("failed auth");
        assertThat(outcome("0 A>P MESSAGE 1 a/|0.1 P>A 404/MESSAGE 1 a/p|"))
                .isEqualTo("failed not-found");
        assertThat(outcome("0 A>P MESSAGE 1 a/|0.1 P>A 202/MESSAGE 1 a/p|")).isEqualTo("ok");
        assertThat(outcome("0 A>P OPTIONS 1 a/|0.1 P>A 404/OPTIONS 1 a/p|")).isEqualTo("ok");
        assertThat(outcome("0 A>P SUBSCRIBE 1 a/|0.1 P>A 489/SUBSCRIBE 1 a/p|"))
                .isEqualTo("failed bad-event");
        assertThat(outcome(Folded.callAfter("0 A>P OPTIONS 1 a/|", 33)))
                .isEqualTo("failed no-response");
        assertThat(outcome("0 A>P OPTIONS 1 a/|")).isEqualTo("in-progress ?");
    }

    @Test
    void namesTheMessagesThatProveIt() {
        assertThat(Folded.call(Conversations.NO_ANSWER).result().evidence())
                .containsExactly(1, 6, 7, 13);
        assertThat(Folded.call(Conversations.BUSY).result().evidence()).containsExactly(1, 6);
    }
}
