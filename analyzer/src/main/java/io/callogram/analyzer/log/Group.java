package io.callogram.analyzer.log;

import io.callogram.capture.file.CheckedPacket;
import io.callogram.capture.file.PcapngBuffer;
import java.util.ArrayList;
import java.util.List;

/// Packets that become durable together: the first of them carries the sign of it, so that whoever
/// finds a later group knows what the disk had before it was written.
final class Group {

    /// In a packet's running number.
    static final int BEGINS_GROUP = 1 << 31;

    /// Beside it: written while the disk was still taking the group before. Whoever finds it knows
    /// that the disk had what stands before that one.
    static final int AHEAD = 1 << 30;

    /// As many packets as are forced at once in a rush: the more, the longer each waits.
    private static final int LONGEST = 16 << 20;

    private static final int PORTION = 1 << 20;

    /// The last one is being filled. Those that a rush has needed go after it.
    private final List<PcapngBuffer> portions = new ArrayList<>();

    private int used;
    private int length;
    private int packets;
    private int links;
    private long firstTime;
    private long lastTime;

    /// Of the first packet, with its signs.
    private int first;

    boolean isEmpty() {
        return packets == 0;
    }

    /// @param index of the interface
    /// @param number of the packet in its recording
    void add(
            int index,
            long time,
            int original,
            byte[] bytes,
            int offset,
            int captured,
            long number) {
        int sequence = (int) number & AHEAD - 1;
        if (packets == 0) {
            sequence |= BEGINS_GROUP;
            first = sequence;
        }
        PcapngBuffer portion = portion(CheckedPacket.length(captured));
        portion.checkedPacket(index, time, original, bytes, offset, captured, sequence);
        length += CheckedPacket.length(captured);
        if (packets == 0) {
            firstTime = time;
        }
        lastTime = time;
        links = Math.max(links, index + 1);
        packets++;
    }

    /// Says whether it is written ahead.
    void ahead(boolean ahead) {
        int now = ahead ? first | AHEAD : first & ~AHEAD;
        if (now != first) {
            first = now;
            CheckedPacket.renumber(portions.getFirst().array(), 0, now);
        }
    }

    private PcapngBuffer portion(int room) {
        if (used == 0 || portions.get(used - 1).length() + room > PORTION) {
            if (used == portions.size()) {
                portions.add(new PcapngBuffer(PORTION));
            }
            used++;
        }
        return portions.get(used - 1);
    }

    /// @param room that a packet takes
    boolean hasRoom(int room) {
        return length == 0 || length + room <= LONGEST;
    }

    void clear() {
        portions.subList(used, portions.size()).clear();
        portions.forEach(PcapngBuffer::clear);
        used = 0;
        length = 0;
        packets = 0;
        links = 0;
    }

    /// One behind the other.
    List<PcapngBuffer> portions() {
        return portions.subList(0, used);
    }

    int length() {
        return length;
    }

    int packets() {
        return packets;
    }

    /// How many interfaces a segment must describe to hold it.
    int links() {
        return links;
    }

    long firstTime() {
        return firstTime;
    }

    long lastTime() {
        return lastTime;
    }
}
