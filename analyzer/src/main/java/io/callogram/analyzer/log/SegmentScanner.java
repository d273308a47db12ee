package io.callogram.analyzer.log;

import io.callogram.capture.file.CheckedPacket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks a segment packet by packet. Damage before what was durable when a later group was written
/// is a hole: something acknowledged went bad since, and what stands behind it is still good. Any
/// other damage, in the last group or in the one that the last was written ahead of, is a torn
/// tail: nothing of that group was acknowledged, and it ends at its first damage.
final class SegmentScanner {

    private static final int WINDOW = 1 << 20;
    private static final int MAX_HOLES = 100;

    private final Positioned file;
    private final long size;
    private final boolean sealed;
    private byte[] window = new byte[0];
    private long base;
    private int filled;

    private long at;
    private long packets;
    private long firstTime;
    private long lastTime;
    private final List<SegmentScan.Hole> holes = new ArrayList<>();
    private long holeCount;

    /// The first damage since the last group began that may be a torn tail, and the first before.
    private @Nullable Doubt latest;

    private @Nullable Doubt earlier;

    /// How everything stood before damage.
    private record Doubt(long at, long packets, long lastTime, long holeCount) {}

    /// @param sealed whether nothing can be a torn tail
    private SegmentScanner(Positioned file, long size, boolean sealed) {
        this.file = file;
        this.size = size;
        this.sealed = sealed;
    }

    static SegmentScan scan(Positioned file, long size, SegmentName name, boolean sealed)
            throws IOException {
        return new SegmentScanner(file, size, sealed).scan(name.header());
    }

    private SegmentScan scan(byte[] header) throws IOException {
        boolean headerIntact = size >= header.length && begins(header);
        at = Math.min(header.length, size);
        while (at < size) {
            int length = intact();
            if (length > 0) {
                packet(length);
            } else {
                damage();
            }
        }
        Doubt first = earlier == null ? latest : earlier;
        if (first != null && !sealed) {
            at = first.at;
            packets = first.packets;
            lastTime = first.lastTime;
            holeCount = first.holeCount;
            holes.removeIf(hole -> hole.from() >= first.at);
        }
        return new SegmentScan(
                at,
                packets,
                firstTime,
                lastTime,
                List.copyOf(holes),
                holeCount,
                size - at,
                headerIntact);
    }

    private boolean begins(byte[] header) throws IOException {
        show(header.length);
        return Arrays.equals(window, 0, header.length, header, 0, header.length);
    }

    private int intact() throws IOException {
        int from = (int) (at - base);
        int length = CheckedPacket.intact(window, from, filled);
        if (length == 0 && filled - from < CheckedPacket.length(CheckedPacket.LONGEST)) {
            show(CheckedPacket.length(CheckedPacket.LONGEST));
            length = CheckedPacket.intact(window, (int) (at - base), filled);
        }
        return length;
    }

    /// Brings that many bytes from `at` on into the window, as far as there are.
    private void show(int length) throws IOException {
        if (at + length <= base + filled || base + filled == size) {
            return;
        }
        if (window.length == 0) {
            window = new byte[WINDOW];
        }
        int kept = (int) Math.max(0, base + filled - at);
        System.arraycopy(window, filled - kept, window, 0, kept);
        base = at;
        filled = kept;
        int wanted = (int) Math.min(window.length, size - base);
        while (filled < wanted) {
            int got = file.read(base + filled, window, filled, wanted - filled);
            if (got < 0) {
                throw new IOException("the segment became shorter while it was read");
            }
            filled += got;
        }
    }

    private void packet(int length) {
        int start = (int) (at - base);
        int sequence = CheckedPacket.sequence(window, start, length);
        if ((sequence & Group.BEGINS_GROUP) != 0) {
            // Where the group before began may be lost, too: then more than it stays in doubt.
            earlier = (sequence & Group.AHEAD) != 0 ? latest : null;
            latest = null;
        }
        lastTime = CheckedPacket.time(window, start);
        firstTime = packets == 0 ? lastTime : firstTime;
        packets++;
        at += length;
    }

    private void damage() throws IOException {
        long from = at;
        if (latest == null) {
            latest = new Doubt(from, packets, lastTime, holeCount);
        }
        do {
            at += 4;
        } while (at < size && intact() == 0);
        at = Math.min(at, size);
        holeCount++;
        if (holes.size() < MAX_HOLES) {
            holes.add(new SegmentScan.Hole(from, at));
        }
    }
}
