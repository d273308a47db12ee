package io.callogram.analyzer.log;

import org.jspecify.annotations.Nullable;

/// Packets dropped since the last time it was written down.
final class Loss {

    private long packets;
    private long from;
    private long to;

    void add(long time) {
        from = packets == 0 ? time : from;
        to = time;
        packets++;
    }

    /// Packets of which only the beginning is known.
    void add(Group group) {
        int count = group.packets();
        if (count > 0) {
            from = packets == 0 || group.firstTime() < from ? group.firstTime() : from;
            to = Math.max(to, group.lastTime());
            packets += count;
        }
    }

    /// What to write down; null when nothing was lost.
    Entry.@Nullable Gap end(int source) {
        if (packets == 0) {
            return null;
        }
        Entry.Gap gap = new Entry.Gap(source, from, to, packets);
        packets = 0;
        return gap;
    }

    /// It could not be written down.
    void again(Entry.Gap gap) {
        to = packets == 0 ? gap.to() : to;
        from = gap.from();
        packets += gap.packets();
    }
}
