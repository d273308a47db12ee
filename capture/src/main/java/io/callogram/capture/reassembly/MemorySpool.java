package io.callogram.capture.reassembly;

import io.callogram.capture.packet.Bytes;
import java.util.Arrays;

/// A spool for short captures and tests.
public final class MemorySpool implements Spool {

    private byte[] all = new byte[1 << 12];
    private int end;

    @Override
    public synchronized long append(
            long[] records, int count, byte[] bytes, int offset, int length) {
        int needed = SpoolEntry.headerLength(count) + length;
        if (end + needed > all.length) {
            all = Arrays.copyOf(all, Math.max(Math.addExact(end, needed), all.length * 2));
        }
        int place = end + SpoolEntry.write(all, end, records, count);
        System.arraycopy(bytes, offset, all, place, length);
        end += needed;
        return place;
    }

    @Override
    public synchronized byte[] read(long place, int length) {
        int from = Math.clamp(place, 0, end);
        return Arrays.copyOfRange(all, from, (int) Math.min(end, place + length));
    }

    @Override
    public synchronized long[] records(long place) {
        int count = Bytes.i32(all, (int) place - 4);
        byte[] header = read(place - SpoolEntry.headerLength(count), count * 8);
        return SpoolEntry.records(header, count);
    }

    @Override
    public void close() {
        // Memory needs no closing.
    }
}
