package io.callogram.capture.file;

import io.callogram.capture.packet.Bytes;
import java.util.Arrays;

/// The classic format: a 24-byte file header, then records of a 16-byte header and the packet.
final class PcapFormat implements RecordFormat {

    private static final int FILE_HEADER = 24;
    private static final int MICROSECONDS = 0xa1b2_c3d4;
    private static final int NANOSECONDS = 0xa1b2_3c4d;
    private static final int MODIFIED = 0xa1b2_cd34;
    private static final long A_DAY = 86_400;

    private final boolean bigEndian;
    private final int recordHeader;
    private final int unit;
    private final int link;
    private final byte[] head;
    private int limit;
    private int patience = PATIENCE;
    private final Troubles troubles;
    private long lastSecond = -1;
    private long lostFrom = -1;

    /// `head` is the file header, which `recognises` has accepted.
    PcapFormat(byte[] head, Troubles troubles) {
        this.troubles = troubles;
        this.head = head;
        bigEndian = isMagic(Bytes.i32(head, 0));
        int magic = Bytes.i32(head, 0, bigEndian);
        unit = magic == NANOSECONDS ? 1 : 1_000;
        // Alexey Kuznetsov's patched libpcap: interface, protocol and direction in each record.
        recordHeader = magic == MODIFIED ? 24 : 16;
        long snapLength = Bytes.u32(head, 16, bigEndian);
        limit =
                snapLength == 0 || snapLength > MAX_RECORD
                        ? MAX_RECORD
                        : (int) Math.max(snapLength, USUAL_RECORD);
        // The upper half holds the frame check sequence's length, not the link type.
        link = Bytes.i32(head, 20, bigEndian) & 0xffff;
    }

    static boolean recognises(byte[] head, int length) {
        return length >= FILE_HEADER
                && (isMagic(Bytes.i32(head, 0)) || isMagic(Bytes.littleInt(head, 0)));
    }

    static boolean isMagic(int word) {
        return word == MICROSECONDS || word == NANOSECONDS || word == MODIFIED;
    }

    @Override
    public int headerLength() {
        return FILE_HEADER;
    }

    @Override
    public int cut(Window window, BlockBuilder into) {
        byte[] bytes = window.bytes();
        int at = 0;
        while (true) {
            if (lostFrom >= 0) {
                at = resynchronise(window, at);
                if (lostFrom >= 0) {
                    return at;
                }
            }
            int left = window.to() - at;
            if (left < recordHeader) {
                return window.last() ? end(window, at) : at;
            }
            if (left >= FILE_HEADER && beginsAgain(window, at)) {
                at += FILE_HEADER;
                lastSecond = -1;
                continue;
            }
            long captured = Bytes.u32(bytes, at + 8, bigEndian);
            boolean fits = captured <= left - recordHeader;
            if (captured <= limit && !fits && !window.last()) {
                return at;
            }
            if (captured <= limit && !fits && find(window, at + 1) < 0) {
                return end(window, at);
            }
            if (captured > limit || !fits || isEmpty(bytes, at)) {
                lostFrom = window.position(at);
                at++;
                continue;
            }
            if (!believable(bytes, at)) {
                int next = at + recordHeader + (int) captured;
                if (next + recordHeader > window.to() && !window.last()) {
                    return at;
                }
                if (!follows(window, at, next)) {
                    distrust(captured);
                    lostFrom = window.position(at);
                    at++;
                    continue;
                }
            }
            add(window, at, (int) captured, into);
            at += recordHeader + (int) captured;
        }
    }

    /// Captures put one behind the other, as with `cat`: the same header once more.
    private boolean beginsAgain(Window window, int at) {
        byte[] bytes = window.bytes();
        if (!Arrays.equals(bytes, at, at + 16, head, 0, 16)
                || !Arrays.equals(bytes, at + 20, at + 24, head, 20, 24)) {
            return false;
        }
        troubles.add(
                "joined",
                window.position(at),
                "has the header of another capture at byte %,d; reading went on behind it",
                window.position(at));
        return true;
    }

    private void distrust(long captured) {
        if (captured > USUAL_RECORD && --patience == 0) {
            limit = USUAL_RECORD;
        }
    }

    /// A stretch of zeros is what a full disk leaves behind, not a row of empty packets.
    private boolean isEmpty(byte[] bytes, int at) {
        return Bytes.i64(bytes, at + 8) == 0;
    }

    /// An odd record, say after a jump in time, is still one when another follows it in time.
    private boolean follows(Window window, int at, int next) {
        if (next + recordHeader > window.to()) {
            return true;
        }
        long before = lastSecond;
        lastSecond = Bytes.u32(window.bytes(), at, bigEndian);
        boolean follows = believable(window.bytes(), next);
        lastSecond = before;
        return follows;
    }

    private void add(Window window, int at, int captured, BlockBuilder into) {
        byte[] bytes = window.bytes();
        lastSecond = Bytes.u32(bytes, at, bigEndian);
        long time = lastSecond * 1_000_000_000L + Bytes.u32(bytes, at + 4, bigEndian) * unit;
        int original = Math.clamp(Bytes.u32(bytes, at + 12, bigEndian), captured, 1 << 30);
        into.add(window.position(at), at + recordHeader, captured, original, time, link);
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
        int next = find(window, from);
        if (next >= 0) {
            found(window.position(next), false);
            return next;
        }
        if (!window.last()) {
            return -next - 1;
        }
        found(window.position(window.to()), true);
        return window.to();
    }

    private void found(long position, boolean atEnd) {
        troubles.damaged(lostFrom, position, atEnd);
        lostFrom = -1;
    }

    /// The next place where two believable records follow each other, or one ends the file; else
    /// the complement of the place from which to search with more bytes in sight.
    private int find(Window window, int from) {
        int at = from;
        for (; at + recordHeader <= window.to(); at++) {
            if (!believable(window.bytes(), at)) {
                continue;
            }
            long next = at + recordHeader + Bytes.u32(window.bytes(), at + 8, bigEndian);
            if (next + recordHeader <= window.to()) {
                if (believable(window.bytes(), (int) next)) {
                    return at;
                }
            } else if (!window.last()) {
                return -at - 1;
            } else if (next == window.to()) {
                return at;
            }
        }
        return -at - 1;
    }

    private boolean believable(byte[] bytes, int at) {
        long captured = Bytes.u32(bytes, at + 8, bigEndian);
        long original = Bytes.u32(bytes, at + 12, bigEndian);
        long fraction = Bytes.u32(bytes, at + 4, bigEndian);
        long second = Bytes.u32(bytes, at, bigEndian);
        return captured > 0
                && captured <= USUAL_RECORD
                && original >= captured
                && original <= MAX_RECORD
                && fraction * unit < 1_000_000_000L
                && (lastSecond < 0 || Math.abs(second - lastSecond) <= A_DAY);
    }
}
