package io.callogram.capture.file;

import io.callogram.capture.decode.LinkTypes;
import io.callogram.capture.packet.Bytes;

/// Endace's extensible record format: no file header, only records of a 16-byte header, optional
/// extension headers and the packet. Recognised by a chain of believable records.
final class ErfFormat implements RecordFormat {

    private static final int HEADER = 16;
    private static final int UNKNOWN_LINK = 197;
    private static final int CHAIN = 4;

    private final Troubles troubles;
    private long lostFrom = -1;

    ErfFormat(Troubles troubles) {
        this.troubles = troubles;
    }

    static boolean recognises(byte[] head, int length) {
        int at = 0;
        int records = 0;
        while (records < CHAIN && at + HEADER <= length && believable(head, at)) {
            at += Bytes.u16(head, at + 10);
            records++;
        }
        // One whole record at least, even when the file is short or cut.
        return records == CHAIN || (at == length && records > 0) || (at > length && records > 1);
    }

    @Override
    public int headerLength() {
        return 0;
    }

    @Override
    public int cut(Window window, BlockBuilder into) {
        int at = 0;
        while (true) {
            if (lostFrom >= 0) {
                at = resynchronise(window, at);
                if (lostFrom >= 0) {
                    return at;
                }
            }
            int left = window.to() - at;
            if (left < HEADER) {
                return window.last() ? end(window, at) : at;
            }
            int length = Bytes.u16(window.bytes(), at + 10);
            if (!believable(window.bytes(), at)) {
                lostFrom = window.position(at);
                at++;
            } else if (length > left) {
                return window.last() ? end(window, at) : at;
            } else {
                add(window, at, length, into);
                at += length;
            }
        }
    }

    private void add(Window window, int at, int length, BlockBuilder into) {
        byte[] bytes = window.bytes();
        int type = Bytes.u8(bytes, at + 8) & 0x7f;
        if (type == 27 || type == 48) {
            return;
        }
        int start = at + HEADER;
        boolean more = bytes[at + 8] < 0;
        while (more && start + 8 <= at + length) {
            more = bytes[start] < 0;
            start += 8;
        }
        int link = link(type);
        start += link == LinkTypes.ETHERNET ? 2 : 0;
        if (start > at + length) {
            troubles.add(
                    "bad-record",
                    window.position(at),
                    "has a record without room for its packet at byte %,d; it was skipped",
                    window.position(at));
            return;
        }
        int original = Bytes.u16(bytes, at + 14);
        int captured = Math.min(at + length - start, original);
        into.add(window.position(at), start, captured, original, time(bytes, at), link);
    }

    /// 32.32 fixed point, little-endian unlike the rest of the header.
    private static long time(byte[] bytes, int at) {
        long stamp = Bytes.littleLong(bytes, at);
        long fraction = ((stamp & 0xffff_ffffL) * 1_000_000_000L + (1L << 31)) >>> 32;
        return (stamp >>> 32) * 1_000_000_000L + fraction;
    }

    private static int link(int type) {
        return switch (type) {
            case 2, 11, 16, 20 -> LinkTypes.ETHERNET;
            case 22, 23 -> LinkTypes.RAW;
            default -> UNKNOWN_LINK;
        };
    }

    private static boolean believable(byte[] bytes, int at) {
        int type = Bytes.u8(bytes, at + 8) & 0x7f;
        int length = Bytes.u16(bytes, at + 10);
        int wire = Bytes.u16(bytes, at + 14);
        return length >= HEADER
                && ((type >= 1 && type <= 27) || type == 48)
                && (wire > 0 || type == 48 || type == 27);
    }

    private int end(Window window, int at) {
        if (at < window.to()) {
            long end = window.position(window.to());
            troubles.add(
                    "cut",
                    end,
                    "ends in the middle of a packet at byte %,d; everything before it was read",
                    end);
        }
        return window.to();
    }

    private int resynchronise(Window window, int from) {
        int at = from;
        for (; at + HEADER <= window.to(); at++) {
            if (!believable(window.bytes(), at)) {
                continue;
            }
            int next = at + Bytes.u16(window.bytes(), at + 10);
            if (next + HEADER <= window.to()) {
                if (believable(window.bytes(), next)) {
                    break;
                }
            } else if (!window.last()) {
                return at;
            } else if (next == window.to()) {
                break;
            }
        }
        boolean found = at + HEADER <= window.to();
        if (!found && !window.last()) {
            return at;
        }
        int resumed = found ? at : window.to();
        troubles.damaged(lostFrom, window.position(resumed), !found);
        lostFrom = -1;
        return resumed;
    }
}
