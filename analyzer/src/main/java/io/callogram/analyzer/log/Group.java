package io.callogram.analyzer.log;

import io.callogram.capture.file.CheckedPacket;
import io.callogram.capture.file.PcapngBuffer;

/// Packets that become durable together: the first of them carries the sign of it, so that whoever
/// finds a later group knows that the disk had all of this one.
final class Group {

    /// In a packet's running number.
    static final int BEGINS_GROUP = 1 << 31;

    private final PcapngBuffer blocks = new PcapngBuffer(1 << 18);
    private int packets;
    private int links;
    private long firstTime;
    private long lastTime;

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
        int sequence = (int) (number & ~BEGINS_GROUP) | (packets == 0 ? BEGINS_GROUP : 0);
        blocks.checkedPacket(index, time, original, bytes, offset, captured, sequence);
        if (packets == 0) {
            firstTime = time;
        }
        lastTime = time;
        links = Math.max(links, index + 1);
        packets++;
    }

    boolean hasRoom(int captured, int limit) {
        return blocks.length() + CheckedPacket.length(captured) <= limit;
    }

    void clear() {
        blocks.clear();
        packets = 0;
        links = 0;
    }

    byte[] bytes() {
        return blocks.array();
    }

    int length() {
        return blocks.length();
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
