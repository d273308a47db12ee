package io.callogram.samples.wire;

import java.io.IOException;

/// A TCP connection as a capture sees it: its numbers grow as its packets are written, in order of
/// time.
public final class TcpStream {
    private static final byte[] NOTHING = {};
    private static final int FULL_SEGMENT = 1440;

    private final Endpoint opener;
    private final Endpoint listener;

    /// A segment size below the usual one cuts messages at odd places, as middleboxes do.
    private final int segmentSize;

    private int openerNext;
    private int listenerNext;

    public TcpStream(
            Endpoint opener,
            Endpoint listener,
            int openerStart,
            int listenerStart,
            int segmentSize) {
        this.opener = opener;
        this.listener = listener;
        this.openerNext = openerStart;
        this.listenerNext = listenerStart;
        this.segmentSize = Math.min(segmentSize, FULL_SEGMENT);
    }

    /// Writes one of the three packets of the handshake, by their number 0, 1, 2.
    public void open(Frames frames, long at, int step) throws IOException {
        switch (step) {
            case 0 -> {
                frames.tcp(
                        at,
                        opener,
                        listener,
                        new Segment(Segment.SYN, openerNext, 0),
                        NOTHING,
                        0,
                        0);
                openerNext++;
            }
            case 1 -> {
                Segment answer = new Segment(Segment.SYN | Segment.ACK, listenerNext, openerNext);
                frames.tcp(at, listener, opener, answer, NOTHING, 0, 0);
                listenerNext++;
            }
            default -> acknowledge(frames, at, true);
        }
    }

    public void say(Frames frames, long at, boolean byOpener, byte[] bytes, int length)
            throws IOException {
        for (int done = 0; done < length; done += segmentSize) {
            int part = Math.min(segmentSize, length - done);
            int flags = done + part == length ? Segment.ACK | Segment.PUSH : Segment.ACK;
            packet(frames, at, byOpener, flags, bytes, done, part);
            advance(byOpener, part);
        }
    }

    public void acknowledge(Frames frames, long at, boolean byOpener) throws IOException {
        packet(frames, at, byOpener, Segment.ACK, NOTHING, 0, 0);
    }

    public void close(Frames frames, long at, boolean byOpener) throws IOException {
        packet(frames, at, byOpener, Segment.FIN | Segment.ACK, NOTHING, 0, 0);
        advance(byOpener, 1);
    }

    private void packet(
            Frames frames,
            long at,
            boolean byOpener,
            int flags,
            byte[] bytes,
            int offset,
            int length)
            throws IOException {
        if (byOpener) {
            frames.tcp(
                    at,
                    opener,
                    listener,
                    new Segment(flags, openerNext, listenerNext),
                    bytes,
                    offset,
                    length);
        } else {
            frames.tcp(
                    at,
                    listener,
                    opener,
                    new Segment(flags, listenerNext, openerNext),
                    bytes,
                    offset,
                    length);
        }
    }

    private void advance(boolean byOpener, int by) {
        if (byOpener) {
            openerNext += by;
        } else {
            listenerNext += by;
        }
    }
}
