package io.callogram.capture.file;

import io.callogram.capture.file.InterfaceTable.Interface;
import io.callogram.capture.packet.Bytes;

/// What single pcapng blocks look like, and how to find one behind damage.
final class PcapngBlocks {

    private static final int END_OF_OPTIONS = 0;
    private static final int TIMESTAMP_RESOLUTION = 9;
    private static final int TIMESTAMP_OFFSET = 14;
    private static final int MICROSECONDS = 6;
    private static final int MAX_BELIEVED = RecordFormat.USUAL_RECORD;

    private PcapngBlocks() {}

    static Interface description(byte[] bytes, int at, int length, boolean bigEndian) {
        int resolution = MICROSECONDS;
        long offset = 0;
        int option = at + 16;
        int end = at + length - 4;
        while (option + 4 <= end) {
            int code = Bytes.u16(bytes, option, bigEndian);
            int size = Bytes.u16(bytes, option + 2, bigEndian);
            if (code == END_OF_OPTIONS || option + 4 + size > end) {
                break;
            }
            if (code == TIMESTAMP_RESOLUTION && size >= 1) {
                resolution = Bytes.u8(bytes, option + 4);
            } else if (code == TIMESTAMP_OFFSET && size >= 8) {
                long value = Bytes.i64(bytes, option + 4);
                offset = bigEndian ? value : Long.reverseBytes(value);
            }
            option += 4 + ((size + 3) & ~3);
        }
        int link = Bytes.u16(bytes, at + 8, bigEndian);
        return new Interface(link, Bytes.u32(bytes, at + 12, bigEndian), resolution, offset);
    }

    /// A simple packet has no captured length: it is the least of all that bound it.
    static int simpleLength(long original, int blockLength, Interface from) {
        long captured = Math.min(original, blockLength - 16);
        return (int) (from.snapLength() == 0 ? captured : Math.min(captured, from.snapLength()));
    }

    /// Whether a block of a known type with a believable length begins at `at`.
    static boolean begins(Window window, int at, boolean bigEndian) {
        if (at + 12 > window.to()) {
            return false;
        }
        byte[] bytes = window.bytes();
        if (Bytes.i32(bytes, at) == PcapngFormat.SECTION) {
            return Bytes.i32(bytes, at + 8) == PcapngFormat.BYTE_ORDER
                    || Bytes.littleInt(bytes, at + 8) == PcapngFormat.BYTE_ORDER;
        }
        int type = Bytes.i32(bytes, at, bigEndian);
        long length = Bytes.u32(bytes, at + 4, bigEndian);
        return type >= PcapngFormat.INTERFACE
                && type <= PcapngFormat.ENHANCED_PACKET
                && length >= 12
                && length <= MAX_BELIEVED
                && (length & 3) == 0;
    }

    /// The next block whose two lengths agree; else the complement of the place from which to
    /// search with more bytes in sight.
    static int find(Window window, int from, boolean bigEndian) {
        byte[] bytes = window.bytes();
        int at = from;
        for (; at + 12 <= window.to(); at++) {
            if (!begins(window, at, bigEndian)) {
                continue;
            }
            boolean order =
                    Bytes.i32(bytes, at) == PcapngFormat.SECTION
                            ? Bytes.i32(bytes, at + 8) == PcapngFormat.BYTE_ORDER
                            : bigEndian;
            long length = Bytes.u32(bytes, at + 4, order);
            if (length < 12 || length > MAX_BELIEVED) {
                continue;
            }
            if (at + length <= window.to()) {
                if (Bytes.u32(bytes, at + (int) length - 4, order) == length) {
                    return at;
                }
            } else if (!window.last()) {
                return -at - 1;
            }
        }
        return -at - 1;
    }
}
