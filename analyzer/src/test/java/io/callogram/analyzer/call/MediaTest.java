package io.callogram.analyzer.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.transaction.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What was negotiated when, whichever way offer and answer travelled.
class MediaTest {

    private static List<String> periods(String text) {
        List<String> lines = new ArrayList<>();
        for (MediaPeriod p : Folded.call(text).periods()) {
            long seconds = (p.start() - Conversation.START) / 1_000_000_000L;
            long end = (p.end() - Conversation.START) / 1_000_000_000L;
            lines.add(
                    (p.kind()
                                    + " "
                                    + p.directions()
                                    + " "
                                    + seconds
                                    + "-"
                                    + end
                                    + " after "
                                    + p.after())
                            .toLowerCase(Locale.ROOT));
        }
        return lines;
    }

    private static String talk() {
        return "0 A>B INVITE 1 a/ sdp=A:4000|2 B>A 200 1 a/b sdp=B:5000|3 A>B ACK 1 a/b|";
    }

    @Test
    void talksFromTheAnswerToTheBye() {
        assertThat(periods(Conversations.PLAIN)).containsExactly("talk both 4-64 after 4");
        assertThat(Folded.call(Conversations.PLAIN).periods().getFirst().codec()).isEqualTo("PCMA");
        assertThat(periods(Conversations.PROXIED)).containsExactly("talk both 4-34 after 8");
    }

    @Test
    void holdsAndResumes() {
        assertThat(periods(Conversations.HELD))
                .containsExactly(
                        "talk both 2-10 after 3",
                        "hold forward 10-20 after 6",
                        "talk both 20-30 after 9");
    }

    @Test
    void holdsTheOldWay() {
        assertThat(
                        periods(
                                talk()
                                        + "9 A>B INVITE 2 a/b sdp=0:4000:sendonly|10 B>A 200 2 a/b sdp=B:5000|"))
                .containsExactly("talk both 2-10 after 2", "hold forward 10-10 after 5");
    }

    @Test
    void isEarlyBeforeTheAnswer() {
        assertThat(
                        periods(
                                "0 A>B INVITE 1 a/ sdp=A:4000|1 B>A 183 1 a/b sdp=B:5000|5 B>A 200 1 a/b|7 A>B ACK 1 a/b|"))
                .containsExactly("early both 1-5 after 2", "talk both 5-7 after 3");
    }

    @Test
    void acceptsTheOfferInTheSuccessAndTheAnswerInTheAck() {
        assertThat(
                        periods(
                                "0 A>B INVITE 1 a/|2 B>A 200 1 a/b sdp=B:5000|3 A>B ACK 1 a/b sdp=A:4000|9 A>B BYE 2 a/b|"))
                .containsExactly("talk both 3-9 after 3");
    }

    @Test
    void acceptsTheOfferInAReliableResponseAndTheAnswerInThePrack() {
        assertThat(
                        periods(
                                "0 A>B INVITE 1 a/|1 B>A 183 1 a/b sdp=B:5000|2 A>B PRACK 2 a/b sdp=A:4000|3 B>A 200/PRACK 2 a/b|"))
                .containsExactly("early both 2-3 after 3");
    }

    @Test
    void acceptsUpdates() {
        assertThat(
                        periods(
                                talk()
                                        + "9 A>B UPDATE 2 a/b sdp=A:4000:inactive|10 B>A 200/UPDATE 2 a/b sdp=B:5000:inactive|"))
                .containsExactly("talk both 2-10 after 2", "hold none 10-10 after 5");
    }

    @Test
    void changesNothingOnARefusedModification() {
        String held = talk() + "9 A>B INVITE 2 a/b sdp=A:4000:sendonly|";
        assertThat(periods(held + "10 B>A 488 2 a/b|11 A>B ACK 2 a/b v=A2I|"))
                .containsExactly("talk both 2-11 after 2");
        assertThat(periods(held + "10 B>A 183 2 a/b sdp=B:5000:recvonly|11 B>A 491 2 a/b|"))
                .containsExactly("talk both 2-11 after 2");
        assertThat(periods(held + "20 A>B BYE 3 a/b|")).containsExactly("talk both 2-20 after 2");
    }

    @Test
    void beginsNothingNewOnARefresh() {
        assertThat(
                        periods(
                                talk()
                                        + "9 A>B INVITE 2 a/b sdp=A:4000|10 B>A 200 2 a/b sdp=B:5000|11 A>B ACK 2 a/b|"))
                .containsExactly("talk both 2-11 after 2");
    }

    @Test
    void matchesStreamsToTheDialogThatNegotiatedThem() {
        MediaStream stream =
                new MediaStream(
                        Conversation.endpoint("A:4000"),
                        Conversation.endpoint("B:5000"),
                        7,
                        8,
                        false,
                        100,
                        0,
                        0,
                        0);
        MediaStream other =
                new MediaStream(
                        Conversation.endpoint("C:1"),
                        Conversation.endpoint("D:1"),
                        7,
                        8,
                        false,
                        100,
                        0,
                        0,
                        0);
        Cluster cluster = Correlator.correlate(Folded.legs(Conversations.PLAIN)).getFirst();
        assertThat(CallFold.fold(cluster, List.of(stream, other), 1).media())
                .extracting(MediaStream::dialog)
                .containsExactly(1, 0);
    }
}
