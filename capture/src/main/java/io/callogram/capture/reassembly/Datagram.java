package io.callogram.capture.reassembly;

import io.callogram.capture.decode.Decoded;
import io.callogram.capture.packet.Incident;
import org.jspecify.annotations.Nullable;

/// An IP datagram on its way to being whole.
final class Datagram {

    private static final int OVERHEAD = 256;

    private final Parts parts = new Parts();
    private final long firstTime;
    private int fragments;
    private long packets;
    private long total = -1;
    private int protocol = -1;

    Datagram(long firstTime) {
        this.firstTime = firstTime;
    }

    /// Takes a fragment in; the incident when it met others, or null.
    @Nullable Incident add(Decoded fragment, Arrival arrival) {
        fragments++;
        packets += arrival.packets;
        int offset = fragment.fragmentOffset();
        if (offset == 0 && protocol < 0) {
            protocol = fragment.protocol();
        }
        if (!fragment.moreFragments() && total < 0) {
            total = (long) offset + arrival.length + arrival.missing;
        }
        return parts.add(offset, arrival) == Parts.Overlap.NONE ? null : Incident.FRAGMENT_OVERLAP;
    }

    boolean isComplete() {
        return total >= 0 && parts.covered() >= total && contiguousWire() >= total;
    }

    boolean hasStart() {
        return !parts.isEmpty() && parts.first().offset() == 0;
    }

    private long contiguousWire() {
        long end = 0;
        for (int i = 0; i < parts.size() && parts.get(i).offset() == end; i++) {
            end = parts.get(i).end();
        }
        return end;
    }

    /// How many bytes from the start on were captured without a hole.
    int contiguous() {
        long end = 0;
        for (int i = 0; i < parts.size() && parts.get(i).offset() == end; i++) {
            Part part = parts.get(i);
            end += part.bytes().length;
            if (part.bytes().length < part.wire()) {
                break;
            }
        }
        return (int) (total >= 0 ? Math.min(end, total) : end);
    }

    /// Bytes that the datagram has behind the contiguous ones, as far as is known: at least one
    /// when its end was not seen.
    int missing(int contiguous) {
        return total >= 0 ? (int) (total - contiguous) : 1;
    }

    byte[] bytes(int length) {
        byte[] whole = new byte[length];
        for (int i = 0; i < parts.size() && parts.get(i).offset() < length; i++) {
            Part part = parts.get(i);
            int at = (int) part.offset();
            System.arraycopy(
                    part.bytes(), 0, whole, at, Math.min(part.bytes().length, length - at));
        }
        return whole;
    }

    /// Where byte `offset` of the datagram stands in the capture.
    long position(int offset) {
        int i = 0;
        while (i + 1 < parts.size() && parts.get(i + 1).offset() <= offset) {
            i++;
        }
        return parts.get(i).position() + offset - parts.get(i).offset();
    }

    long[] records() {
        long[] records = new long[parts.size()];
        for (int i = 0; i < records.length; i++) {
            records[i] = parts.get(i).record();
        }
        return records;
    }

    int protocol() {
        return protocol;
    }

    int fragments() {
        return fragments;
    }

    /// Captured packets that carried it.
    long packets() {
        return packets;
    }

    long firstTime() {
        return firstTime;
    }

    int memory() {
        return OVERHEAD + parts.heldBytes() + parts.size() * 80;
    }
}
