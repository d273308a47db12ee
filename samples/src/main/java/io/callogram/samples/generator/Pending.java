package io.callogram.samples.generator;

import io.callogram.samples.script.Item;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What an open scene still has to show, in order of time; scenes queue by their next item.
final class Pending implements Comparable<Pending> {
    private final long scene;
    private final Item[] items;
    private int next;

    /// Kept here, because the queue compares more often than it does anything else.
    private long at;

    Pending(long scene, List<Item> items) {
        this.scene = scene;
        this.items = items.toArray(new Item[0]);
        // Stable, so that what a script says at one moment stays in the order in which it says it.
        Arrays.sort(this.items, Comparator.comparingLong(Item::at));
        look();
    }

    private void look() {
        at = next < items.length ? items[next].at() : Long.MAX_VALUE;
    }

    boolean isDone() {
        return next == items.length;
    }

    long at() {
        return at;
    }

    Item take() {
        Item taken = items[next];
        next++;
        look();
        return taken;
    }

    @Override
    public int compareTo(Pending other) {
        int byTime = Long.compare(at, other.at);
        return byTime != 0 ? byTime : Long.compare(scene, other.scene);
    }
}
