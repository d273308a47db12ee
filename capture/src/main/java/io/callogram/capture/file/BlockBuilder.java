package io.callogram.capture.file;

import io.callogram.capture.packet.PacketBlock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Collects the packets of one block.
final class BlockBuilder {

    private int count;
    private long[] record;
    private int[] start;
    private int[] captured;
    private int[] original;
    private long[] time;
    private int[] link;

    BlockBuilder(int expected) {
        this(expected, null);
    }

    /// @param spare a block that is over, whose arrays are used again when they are large enough
    BlockBuilder(int expected, @Nullable PacketBlock spare) {
        if (spare != null && spare.record().length >= expected) {
            record = spare.record();
            start = spare.start();
            captured = spare.captured();
            original = spare.original();
            time = spare.time();
            link = spare.link();
        } else {
            record = new long[expected];
            start = new int[expected];
            captured = new int[expected];
            original = new int[expected];
            time = new long[expected];
            link = new int[expected];
        }
    }

    int count() {
        return count;
    }

    void add(
            long recordAt,
            int startAt,
            int capturedLength,
            int originalLength,
            long nanoseconds,
            int linkType) {
        if (count == start.length) {
            grow();
        }
        int i = count++;
        record[i] = recordAt;
        start[i] = startAt;
        captured[i] = capturedLength;
        original[i] = originalLength;
        time[i] = nanoseconds;
        link[i] = linkType;
    }

    PacketBlock block(byte[] bytes, long base) {
        return new PacketBlock(bytes, base, count, record, start, captured, original, time, link);
    }

    private void grow() {
        int length = count * 2;
        record = Arrays.copyOf(record, length);
        start = Arrays.copyOf(start, length);
        captured = Arrays.copyOf(captured, length);
        original = Arrays.copyOf(original, length);
        time = Arrays.copyOf(time, length);
        link = Arrays.copyOf(link, length);
    }
}
