package io.callogram.analyzer.flow.hint;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.Folded;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every diagnostic once where it shows, and once where it must not.
class HintsTest {

    static List<HintCase> cases() {
        return HintCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isNotedOnlyWhereTheMessagesProveIt(HintCase c) {
        List<Hint> found =
                c.calls().stream()
                        .flatMap(call -> Findings.of(call).hints().stream())
                        .filter(hint -> hint.kind() == c.kind())
                        .toList();
        if (c.shows()) {
            assertThat(found).extracting(Hint::evidence).contains(c.evidence());
            assertThat(found.getFirst().values())
                    .containsOnlyKeys(c.kind().names())
                    .doesNotContainValue("");
        } else {
            assertThat(found).isEmpty();
        }
    }

    @Test
    void everyKindHasItsCaseAndItsNearMiss() {
        Set<HintKind> shown = EnumSet.noneOf(HintKind.class);
        Set<HintKind> hidden = EnumSet.noneOf(HintKind.class);
        cases().forEach(c -> (c.shows() ? shown : hidden).add(c.kind()));
        assertThat(shown).containsExactly(HintKind.values());
        assertThat(hidden).containsExactly(HintKind.values());
    }

    @Test
    void findsNothingInAnOrdinaryCall() {
        String call = HintCase.expanded("@talks\n@bye");
        assertThat(Findings.of(Folded.call(call)).hints()).isEmpty();
    }

    @Test
    void notesOneKindNotOftenerThanAnybodyReads() {
        StringBuilder call = new StringBuilder(HintCase.expanded("@talks\n"));
        for (int i = 2; i < 20; i++) {
            call.append("\n" + i + ".0 A>B INVITE " + i + " a/b");
            call.append("\n" + i + ".1 B>A 488 " + i + " a/b");
            call.append("\n" + i + ".2 A>B ACK " + i + " a/b v=A" + i + "I");
        }
        assertThat(Findings.of(Folded.call(call.toString())).hints())
                .filteredOn(hint -> hint.kind() == HintKind.MEDIA_REFUSED)
                .hasSize(HintThresholds.DEFAULT.perKind());
    }
}
