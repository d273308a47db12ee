package io.callogram.samples.generator;

import io.callogram.samples.script.Chance;
import java.util.ArrayList;
import java.util.List;

/// Things drawn with unequal chances.
final class Weighted<T> {
    private final List<T> things = new ArrayList<>();
    private final List<Double> upTo = new ArrayList<>();
    private double total;

    Weighted<T> add(T thing, double weight) {
        if (!(weight > 0)) {
            throw new IllegalArgumentException("a weight must be above 0: " + weight);
        }
        total += weight;
        things.add(thing);
        upTo.add(total);
        return this;
    }

    boolean isEmpty() {
        return things.isEmpty();
    }

    T draw(Chance chance) {
        double at = chance.unit() * total;
        for (int i = 0; i < upTo.size(); i++) {
            if (at < upTo.get(i)) {
                return things.get(i);
            }
        }
        return things.get(things.size() - 1);
    }
}
