package io.callogram.capture.file;

import io.callogram.capture.packet.Bytes;
import io.callogram.capture.packet.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Names that the capturing machine had resolved and wrote into the file.
final class NameTable {

    private static final int MAX_NAMES = 65_536;
    private static final int MAX_LENGTH = 255;

    private final Map<IpAddress, String> names = new HashMap<>();

    /// Reads the records of one name resolution block; stops at the first that does not fit.
    synchronized void read(byte[] bytes, int from, int to, boolean bigEndian) {
        int at = from;
        while (at + 4 <= to) {
            int type = Bytes.u16(bytes, at, bigEndian);
            int length = Bytes.u16(bytes, at + 2, bigEndian);
            int value = at + 4;
            if (type == 0 || value + length > to) {
                return;
            }
            if (type == 1 && length > 4) {
                put(IpAddress.v4(Bytes.i32(bytes, value)), bytes, value + 4, value + length);
            } else if (type == 2 && length > 16) {
                IpAddress address =
                        IpAddress.v6(Bytes.i64(bytes, value), Bytes.i64(bytes, value + 8));
                put(address, bytes, value + 16, value + length);
            }
            at = value + ((length + 3) & ~3);
        }
    }

    private void put(IpAddress address, byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && bytes[end] != 0) {
            end++;
        }
        if (end > from && end - from <= MAX_LENGTH && names.size() < MAX_NAMES) {
            names.putIfAbsent(address, new String(bytes, from, end - from, StandardCharsets.UTF_8));
        }
    }

    synchronized Map<IpAddress, String> all() {
        return Map.copyOf(names);
    }
}
