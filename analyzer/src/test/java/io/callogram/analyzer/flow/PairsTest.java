package io.callogram.analyzer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairsTest {

    private final Pairs.Collecting collecting = new Pairs.Collecting();

    @Test
    void keepsTheOrderInWhichNamesWereGiven() {
        collecting.put("B", "bob");
        collecting.put("A", "alice");
        collecting.put("C", "carol");
        List<String> told = new ArrayList<>();
        collecting.pairs().forEach((name, value) -> told.add(name + "=" + value));
        assertThat(told).containsExactly("B=bob", "A=alice", "C=carol");
        assertThat(collecting.pairs().keySet()).containsExactly("B", "A", "C");
    }

    @Test
    void aNameGivenAgainKeepsItsPlaceAndGetsTheLaterValue() {
        collecting.put("A", "alice");
        collecting.put("B", "bob");
        collecting.put("A", "anne");
        assertThat(collecting.pairs())
                .containsExactly(Map.entry("A", "anne"), Map.entry("B", "bob"));
    }

    @Test
    void isEqualToAnyMapOfTheSame() {
        Map<String, String> same = new LinkedHashMap<>();
        for (String name : List.of("one", "two", "three", "four", "five")) {
            collecting.put(name, name.toUpperCase(java.util.Locale.ROOT));
            same.put(name, name.toUpperCase(java.util.Locale.ROOT));
        }
        assertThat(collecting.pairs()).isEqualTo(same).hasSameHashCodeAs(same).hasSize(5);
        assertThat(same).isEqualTo(collecting.pairs());
        assertThat(collecting.pairs()).hasToString(same.toString());
    }

    @Test
    void knowsWhatIsThereAndWhatIsNot() {
        assertThat(collecting.pairs()).isEmpty();
        collecting.put("A", "alice");
        assertThat(collecting.pairs()).containsEntry("A", "alice").doesNotContainKey("B");
        assertThat(collecting.pairs().get("B")).isNull();
        assertThat(collecting.pairs().getOrDefault("B", "?")).isEqualTo("?");
    }
}
