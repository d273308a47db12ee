package io.callogram.capture.reassembly;

import java.util.ArrayList;
import java.util.List;

/// Parts in order of offset that never overlap: a byte that is there is never replaced.
final class Parts {

    /// What adding met.
    enum Overlap {
        NONE,
        EQUAL,
        CONFLICTING
    }

    private final List<Part> parts = new ArrayList<>(4);
    private int heldBytes;
    private long covered;

    /// Adds what is new of `arrival`, whose first byte belongs at `offset`.
    Overlap add(long offset, Arrival arrival) {
        long end = offset + arrival.length + arrival.missing;
        Overlap overlap = Overlap.NONE;
        long at = offset;
        int i = firstBehind(offset);
        while (at < end) {
            Part next = i < parts.size() ? parts.get(i) : null;
            long stop = next == null ? end : Math.min(end, next.offset());
            if (at < stop) {
                insert(i++, arrival.part(at, (int) (at - offset), (int) (stop - at)));
                at = stop;
            }
            if (next != null && at < end) {
                Overlap met = compare(next, at, end, offset, arrival);
                overlap = met.compareTo(overlap) > 0 ? met : overlap;
                at = Math.max(at, next.end());
                i++;
            }
        }
        return overlap;
    }

    private static Overlap compare(Part there, long from, long end, long offset, Arrival fresh) {
        long stop = Math.min(end, there.end());
        for (long at = from; at < stop; at++) {
            int old = (int) (at - there.offset());
            int now = (int) (at - offset);
            if (old >= there.bytes().length || now >= fresh.length) {
                break;
            }
            if (there.bytes()[old] != fresh.bytes[fresh.offset + now]) {
                return Overlap.CONFLICTING;
            }
        }
        return Overlap.EQUAL;
    }

    /// Index of the first part that ends behind `offset`.
    private int firstBehind(long offset) {
        int low = 0;
        int high = parts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (parts.get(middle).end() > offset) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void insert(int index, Part part) {
        parts.add(index, part);
        heldBytes += part.bytes().length;
        covered += part.wire();
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    int size() {
        return parts.size();
    }

    Part get(int i) {
        return parts.get(i);
    }

    Part first() {
        return parts.getFirst();
    }

    Part removeFirst() {
        Part part = parts.removeFirst();
        heldBytes -= part.bytes().length;
        covered -= part.wire();
        return part;
    }

    /// Bytes in memory.
    int heldBytes() {
        return heldBytes;
    }

    /// Bytes of the datagram or stream that are accounted for, cut or not.
    long covered() {
        return covered;
    }
}
