package io.callogram.capture.file;

import io.callogram.capture.packet.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// pcapng blocks one behind the other in memory: little-endian, nanoseconds.
public final class PcapngBuffer {

    private static final int VERSION_1_0 = 1;
    private static final int TIMESTAMP_RESOLUTION = 9;
    private static final int NANOSECONDS = 9;
    private static final int USER_APPLICATION = 4;

    private byte[] bytes;
    private int length;

    public PcapngBuffer(int expected) {
        bytes = new byte[expected];
    }

    public byte[] array() {
        return bytes;
    }

    public int length() {
        return length;
    }

    public void clear() {
        length = 0;
    }

    /// @param application who writes the section; empty for nobody
    public void section(String application) {
        byte[] name = application.getBytes(StandardCharsets.UTF_8);
        int options = name.length == 0 ? 0 : 4 + padded(name.length) + 4;
        int at = begin(PcapngFormat.SECTION, 16 + options);
        Arrays.fill(bytes, at + 8, length - 4, (byte) 0);
        Bytes.putLittleInt(bytes, at + 8, PcapngFormat.BYTE_ORDER);
        Bytes.putLittleInt(bytes, at + 12, VERSION_1_0);
        // A length of the section that nobody knows yet.
        Bytes.putI64(bytes, at + 16, -1);
        if (options > 0) {
            Bytes.putLittleInt(bytes, at + 24, name.length << 16 | USER_APPLICATION);
            System.arraycopy(name, 0, bytes, at + 28, name.length);
        }
    }

    /// An interface of that link type, without a limit of the packet length.
    public void describe(int link) {
        int at = begin(PcapngFormat.INTERFACE, 8 + 12);
        Arrays.fill(bytes, at + 8, length - 4, (byte) 0);
        Bytes.putLittleInt(bytes, at + 8, link);
        Bytes.putLittleInt(bytes, at + 16, 1 << 16 | TIMESTAMP_RESOLUTION);
        bytes[at + 20] = NANOSECONDS;
    }

    /// A packet of the `index`-th interface. `time` in nanoseconds since 1970.
    public void packet(int index, long time, int original, byte[] from, int offset, int captured) {
        int at = begin(PcapngFormat.ENHANCED_PACKET, 20 + padded(captured));
        enhanced(at, index, time, original, from, offset, captured);
    }

    /// The same with its checksums, as `CheckedPacket` describes them.
    ///
    /// @param sequence see `CheckedPacket.sequence`
    public void checkedPacket(
            int index,
            long time,
            int original,
            byte[] from,
            int offset,
            int captured,
            int sequence) {
        int at = begin(PcapngFormat.ENHANCED_PACKET, CheckedPacket.length(captured) - 12);
        enhanced(at, index, time, original, from, offset, captured);
        CheckedPacket.sign(bytes, at, captured, sequence);
    }

    private void enhanced(
            int at, int index, long time, int original, byte[] from, int offset, int captured) {
        Bytes.putLittleInt(bytes, at + 8, index);
        Bytes.putLittleInt(bytes, at + 12, (int) (time >>> 32));
        Bytes.putLittleInt(bytes, at + 16, (int) time);
        Bytes.putLittleInt(bytes, at + 20, captured);
        Bytes.putLittleInt(bytes, at + 24, original);
        System.arraycopy(from, offset, bytes, at + 28, captured);
        Arrays.fill(bytes, at + 28 + captured, length - 4, (byte) 0);
    }

    static int padded(int length) {
        return (length + 3) & ~3;
    }

    /// Room for a block with its type and both lengths; where it begins. What is between is
    /// whatever stood there.
    private int begin(int type, int body) {
        int at = length;
        int size = 12 + body;
        if (bytes.length - at < size) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + size));
        }
        length = at + size;
        Bytes.putLittleInt(bytes, at, type);
        Bytes.putLittleInt(bytes, at + 4, size);
        Bytes.putLittleInt(bytes, length - 4, size);
        return at;
    }
}
