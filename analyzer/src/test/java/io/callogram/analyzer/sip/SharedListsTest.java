package io.callogram.analyzer.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SharedListsTest {

    private final SharedLists<String> lists = new SharedLists<>(1);

    @Test
    void givesOneListForTheSameItems() {
        String[] items = {"0", "8", "101"};
        assertThat(lists.of(items, 3)).containsExactly("0", "8", "101");
        assertThat(lists.of(items.clone(), 3)).isSameAs(lists.of(items, 3));
    }

    @Test
    void neverGivesTheListOfOthers() {
        String[] items = {"0", "8", "101"};
        assertThat(lists.of(items, 3)).hasSize(3);
        assertThat(lists.of(items, 2)).containsExactly("0", "8");
        items[1] = "18";
        assertThat(lists.of(items, 2)).containsExactly("0", "18");
        assertThat(lists.of(items, 0)).isEmpty();
    }
}
