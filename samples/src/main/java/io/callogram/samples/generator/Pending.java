package io.callogram.samples.generator;

import io.callogram.samples.script.Item;
import java.util.List;

/// What an open scene still has to show, in order of time; scenes queue by their next item.
final class Pending implements Comparable<Pending> {
    private final long scene;
    private final Item[] items;
    private int next;

    Pending(long scene, List<Item> items) {
        this.scene = scene;
        this.items = items.toArray(new Item[0]);
        // Stable, so that what a script says at one moment stays in the order in which it says it.
        java.util.Arrays.sort(this.items, java.util.Comparator.comparingLong(Item::at));
    }

    boolean isDone() {
        return next == items.length;
    }

    long at() {
        return items[next].at();
    }

    Item take() {
        return items[next++];
    }

    @Override
    public int compareTo(Pending other) {
        int byTime = Long.compare(at(), other.at());
        return byTime != 0 ? byTime : Long.compare(scene, other.scene);
    }
}
