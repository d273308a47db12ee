package io.callogram.capture.reassembly;

import java.util.Arrays;

/// The contiguous bytes of a stream that no message has been made of yet, and which packet each
/// came in. Bytes of the arriving packet are only lent, so that a message that lies in one packet
/// is never copied; what is left over is copied when the packet goes.
final class StreamBuffer {

    private static final byte[] NOTHING = new byte[0];

    /// What one piece costs in the five arrays.
    private static final int PIECE = 29;

    private byte[] bytes = NOTHING;
    private int from;
    private int to;
    private boolean lent;
    private int pieces;
    private int[] pieceStart = new int[2];
    private long[] piecePosition = new long[2];
    private long[] pieceRecord = new long[2];
    private long[] pieceTime = new long[2];
    private boolean[] pieceInPlace = new boolean[2];

    void append(Arrival a) {
        piece(a.position, a.inPlace, a.record, a.time);
        if (from == to) {
            bytes = a.bytes;
            from = a.offset;
            to = a.offset + a.length;
            lent = true;
            pieceStart[pieces - 1] = from;
        } else {
            copy(a.bytes, a.offset, a.length);
        }
    }

    void append(Part part, int skip) {
        piece(part.position() + skip, part.inPlace(), part.record(), part.time());
        copy(part.bytes(), skip, part.bytes().length - skip);
    }

    private void piece(long position, boolean inPlace, long record, long time) {
        if (from == to) {
            pieces = 0;
            from = 0;
            to = 0;
            if (lent) {
                bytes = NOTHING;
                lent = false;
            }
        }
        if (pieces == pieceStart.length) {
            int length = pieces * 2;
            pieceStart = Arrays.copyOf(pieceStart, length);
            piecePosition = Arrays.copyOf(piecePosition, length);
            pieceRecord = Arrays.copyOf(pieceRecord, length);
            pieceTime = Arrays.copyOf(pieceTime, length);
            pieceInPlace = Arrays.copyOf(pieceInPlace, length);
        }
        pieceStart[pieces] = to;
        piecePosition[pieces] = position;
        pieceRecord[pieces] = record;
        pieceTime[pieces] = time;
        pieceInPlace[pieces++] = inPlace;
    }

    private void copy(byte[] source, int offset, int length) {
        if (lent || to + length > bytes.length) {
            makeRoom(length);
        }
        System.arraycopy(source, offset, bytes, to, length);
        to += length;
    }

    private void makeRoom(int more) {
        int used = to - from;
        int needed = used + more;
        byte[] target =
                lent || needed > bytes.length || from < bytes.length / 2
                        ? new byte[Math.max(2048, Integer.highestOneBit(needed) * 2)]
                        : bytes;
        System.arraycopy(bytes, from, target, 0, used);
        for (int i = 0; i < pieces; i++) {
            pieceStart[i] -= from;
        }
        bytes = target;
        from = 0;
        to = used;
        lent = false;
    }

    /// Keeps for the next packet what this one leaves behind.
    void settle() {
        if (from == to) {
            bytes = lent || bytes.length > 1 << 16 ? NOTHING : bytes;
            from = 0;
            to = 0;
            pieces = 0;
            lent = false;
        } else if (lent) {
            makeRoom(0);
        }
    }

    /// Takes `count` bytes off the front.
    void consume(int count) {
        from += count;
        int gone = 0;
        while (gone + 1 < pieces && pieceStart[gone + 1] <= from) {
            gone++;
        }
        if (gone > 0) {
            pieces -= gone;
            System.arraycopy(pieceStart, gone, pieceStart, 0, pieces);
            System.arraycopy(piecePosition, gone, piecePosition, 0, pieces);
            System.arraycopy(pieceRecord, gone, pieceRecord, 0, pieces);
            System.arraycopy(pieceTime, gone, pieceTime, 0, pieces);
            System.arraycopy(pieceInPlace, gone, pieceInPlace, 0, pieces);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int length() {
        return to - from;
    }

    int memory() {
        return (lent ? 0 : bytes.length) + pieceStart.length * PIECE;
    }

    private int pieceAt(int index) {
        int i = pieces - 1;
        while (i > 0 && pieceStart[i] > index) {
            i--;
        }
        return i;
    }

    /// Where the byte at `index` stands in the capture.
    long position(int index) {
        int piece = pieceAt(index);
        return piecePosition[piece] + index - pieceStart[piece];
    }

    /// Whether `[index, index + length)` stands in the capture in one piece.
    boolean inPlace(int index, int length) {
        int piece = pieceAt(index);
        return pieceInPlace[piece] && (length == 0 || pieceAt(index + length - 1) == piece);
    }

    /// The packets that carried `[index, index + length)`.
    long[] records(int index, int length) {
        int first = pieceAt(index);
        int last = pieceAt(index + Math.max(0, length - 1));
        long[] records = new long[last - first + 1];
        int count = 0;
        for (int i = first; i <= last; i++) {
            if (count == 0 || records[count - 1] != pieceRecord[i]) {
                records[count++] = pieceRecord[i];
            }
        }
        return Arrays.copyOf(records, count);
    }

    /// Of the packets that carried the range, the one that was captured last.
    private int completing(int index, int length) {
        int first = pieceAt(index);
        int last = pieceAt(index + Math.max(0, length - 1));
        int latest = last;
        for (int i = last; i >= first; i--) {
            latest = pieceTime[i] > pieceTime[latest] ? i : latest;
        }
        return latest;
    }

    long time(int index, int length) {
        return pieceTime[completing(index, length)];
    }

    long record(int index, int length) {
        return pieceRecord[completing(index, length)];
    }

    /// Whether the bytes are the same as the last ones already here, `back` bytes before the end.
    boolean conflicts(int back, Arrival a, int count) {
        int at = to - back;
        for (int i = 0; i < count; i++) {
            if (at + i >= from && at + i < to && bytes[at + i] != a.bytes[a.offset + i]) {
                return true;
            }
        }
        return false;
    }
}
