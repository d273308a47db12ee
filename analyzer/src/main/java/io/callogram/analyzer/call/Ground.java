package io.callogram.analyzer.call;

import java.util.ArrayList;
import java.util.List;

/// One thing that speaks for two legs being one call: which sentence says it, and what that
/// mentions.
///
/// @param key name of the sentence
/// @param values what it mentions, in order
/// @param points what it counts for among others; 0 when it suffices alone
public record Ground(String key, List<String> values, int points) {

    static List<Ground> alone(String key, Object... values) {
        return List.of(of(key, 0, values));
    }

    static Ground of(String key, int points, Object... values) {
        List<String> texts = new ArrayList<>(values.length);
        for (Object value : values) {
            texts.add(value.toString());
        }
        return new Ground(key, List.copyOf(texts), points);
    }
}
