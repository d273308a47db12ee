package io.callogram.analyzer.log;

import io.callogram.capture.file.CheckedPacket;
import io.callogram.capture.file.PcapngBuffer;
import java.util.ArrayList;
import java.util.List;

/// Packets that become durable together: the first of them carries the sign of it, so that whoever
/// finds a later group knows that the disk had all of this one.
final class Group {

    /// In a packet's running number.
    static final int BEGINS_GROUP = 1 << 31;

    private static final int PORTION = 1 << 20;

    /// The last one is being filled. Those that a rush has needed go after it.
    private final List<PcapngBuffer> portions = new ArrayList<>();

    private int used;
    private int length;
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

    private PcapngBuffer portion(int room) {
        if (used == 0 || portions.get(used - 1).length() + room > PORTION) {
            if (used == portions.size()) {
                portions.add(new PcapngBuffer(PORTION));
            }
            used++;
        }
        return portions.get(used - 1);
    }

    boolean hasRoom(int captured, int limit) {
        return length + CheckedPacket.length(captured) <= limit;
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
