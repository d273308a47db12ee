package io.callogram.capture.reassembly;

import io.callogram.capture.packet.Bytes;

/// One entry of a spool: the places of the packet records, their count, then the bytes. The count
/// stands last, so that the header can be read backwards from the bytes.
final class SpoolEntry {

    private SpoolEntry() {}

    static int headerLength(int count) {
        return count * 8 + 4;
    }

    /// The header's length.
    static int write(byte[] into, int at, long[] records, int count) {
        for (int i = 0; i < count; i++) {
            Bytes.putI64(into, at + i * 8, records[i]);
        }
        Bytes.putI32(into, at + count * 8, count);
        return headerLength(count);
    }

    static long[] records(byte[] header, int count) {
        long[] records = new long[count];
        for (int i = 0; i < count; i++) {
            records[i] = Bytes.i64(header, i * 8);
        }
        return records;
    }
}
