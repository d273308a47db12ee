package io.callogram.analyzer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongMapTest {

    @Test
    void agreesWithAHashMapUnderRandomUse() {
        Random random = new Random(7);
        LongMap<String> map = new LongMap<>();
        Map<Long, String> reference = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            long key = 1 + random.nextInt(5_000) * (random.nextBoolean() ? 1L : 1L << 40);
            if (random.nextInt(3) == 0) {
                map.remove(key);
                reference.remove(key);
            } else {
                map.put(key, "v" + i);
                reference.put(key, "v" + i);
            }
            assertThat(map.get(key)).isEqualTo(reference.get(key));
        }
        assertThat(map.size()).isEqualTo(reference.size());
        List<String> values = new ArrayList<>();
        map.forEach(values::add);
        assertThat(values).containsExactlyInAnyOrderElementsOf(reference.values());
        reference.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
    }

    @Test
    void ignoresTheRemovalOfWhatIsNotThere() {
        LongMap<String> map = new LongMap<>();
        map.put(1, "one");
        map.remove(2);
        assertThat(map.size()).isEqualTo(1);
        assertThat(map.get(2)).isNull();
    }
}
