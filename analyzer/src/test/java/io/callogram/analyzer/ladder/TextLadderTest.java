package io.callogram.analyzer.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.ladder.Ladder.Arrow;
import io.callogram.analyzer.ladder.Ladder.Bar;
import io.callogram.analyzer.ladder.Ladder.Column;
import io.callogram.analyzer.ladder.Ladder.Gap;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextLadderTest {

    @Test
    void drawsAsTheRfcsDo() {
        Ladder ladder =
                new Ladder(
                        "alice → bob",
                        List.of(
                                new Column("alice", "10.0.0.1:5060"),
                                new Column("bob", "10.0.0.2:5060")),
                        List.of(
                                arrow(1, 0, 0, 1, "INVITE", "PCMA 10.0.0.1:4000", true),
                                arrow(2, 250_000_000, 1, 0, "200 OK", "", false),
                                new Bar(0, 1, "talk", 1, true, true, "talk 2.0 s"),
                                new Gap(2_000_000_000L),
                                arrow(3, 2_250_000_000L, 1, 0, "BYE", "", true)));
        assertThat(TextLadder.draw(ladder))
                .isEqualTo(
                        """
                                            alice                              bob
                                        10.0.0.1:5060                     10.0.0.2:5060
                                              |                                 |
                        0.000                 | (1) INVITE [PCMA 10.0.0.1:4000] |
                                              |-------------------------------->|
                        0.250                 | (2) 200 OK                      |
                                              |<................................|
                                              |<========= talk 2.0 s ==========>|
                        :                     |                                 |
                        2.250                 | (3) BYE                         |
                                              |<--------------------------------|
                                              |                                 |
                        """);
    }

    @Test
    void countsWideCharactersTwice() {
        assertThat(TextLadder.columns("代理 a")).isEqualTo(6);
    }

    @Test
    void showsHiddenCharacters() {
        assertThat(Labels.visible("bob\u202egnp\u0000")).isEqualTo("bob<U+202E>gnp<U+0000>");
        assertThat(Labels.visible("李雷")).isEqualTo("李雷");
    }

    static Arrow arrow(
            int number,
            long since,
            int from,
            int to,
            String label,
            String carries,
            boolean request) {
        return new Arrow(number, since, since, from, to, label, carries, request, 1, 0, "");
    }
}
