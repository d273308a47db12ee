package io.callogram.capture.live;

import io.callogram.capture.packet.FrameQueue;

/// Counts over all children of a capture: what the former ones said, and what the present one says.
final class Totals {

    private ChildInput present = new ChildInput(java.io.InputStream.nullInputStream());
    private long lives;
    private long frames;
    private long kernelDrops;
    private long interfaceDrops;
    private long onInterfaces;
    private long missed;

    /// What was missed between the present child and this one; -1 when nobody knows.
    synchronized long begin(ChildInput next, boolean filters) {
        long gap = lives == 0 ? 0 : present.missedUntil(next, filters);
        missed += Math.max(0, gap);
        frames += present.frames();
        kernelDrops += present.kernelDrops();
        interfaceDrops += present.interfaceDrops();
        onInterfaces += present.onInterfaces();
        present = next;
        lives++;
        return gap;
    }

    synchronized LiveCounters counters(FrameQueue queue, boolean filters) {
        long handedOn = queue.handedOn();
        long queueDrops = queue.dropped();
        long read = frames + present.frames();
        long dropped = kernelDrops + present.kernelDrops();
        long seen = onInterfaces + present.onInterfaces();
        long filtered = !filters ? 0 : present.onInterfaces() < 0 ? -1 : Math.max(0, seen - read);
        return new LiveCounters(
                read + dropped,
                handedOn,
                Math.max(0, read - handedOn - queueDrops),
                dropped,
                interfaceDrops + present.interfaceDrops(),
                queueDrops,
                filtered,
                lives - 1,
                missed);
    }
}
