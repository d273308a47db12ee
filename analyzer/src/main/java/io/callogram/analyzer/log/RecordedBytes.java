package io.callogram.analyzer.log;

import io.callogram.capture.file.ByteSource;
import io.callogram.capture.file.Troubles;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.List;

/// The segments of a recording as one run of bytes, for any number of threads. What a segment has
/// lost is read as zeros, which no format takes for a packet, and counted.
final class RecordedBytes implements ByteSource {

    private final Recording recording;
    private final OpenSegments files = new OpenSegments();
    private final Troubles troubles = new Troubles();
    private volatile boolean closed;

    RecordedBytes(Recording recording) {
        this.recording = recording;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        try {
            if (!recording.await(position, this)) {
                if (closed) {
                    throw new ClosedChannelException();
                }
                return -1;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading was interrupted");
        }
        // Both may have grown since: the end is asked first, so that it has a segment.
        long end = recording.durable();
        List<Segment> segments = recording.segments();
        int index = index(segments, position);
        long next = index + 1 < segments.size() ? segments.get(index + 1).first() : end;
        int wanted = (int) Math.min(length, next - position);
        return index < 0
                ? hole(position, into, offset, wanted)
                : within(segments.get(index), position, into, offset, wanted);
    }

    private int within(Segment segment, long position, byte[] into, int offset, int length)
            throws IOException {
        int at = Math.toIntExact(position - segment.first());
        byte[] header = at < SegmentName.LONGEST_HEADER ? segment.name().header() : new byte[0];
        if (at < header.length) {
            int there = Math.min(length, header.length - at);
            System.arraycopy(header, at, into, offset, there);
            return there;
        }
        int got = files.read(segment, at, into, offset, length);
        return got > 0 ? got : hole(position, into, offset, length);
    }

    private int hole(long position, byte[] into, int offset, int length) {
        Arrays.fill(into, offset, offset + length, (byte) 0);
        troubles.add("lost", position, "lacks %,d bytes at byte %,d", length, position);
        return length;
    }

    /// Of the segment that holds `position`; -1 when that is gone.
    private static int index(List<Segment> segments, long position) {
        int low = 0;
        int high = segments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (segments.get(middle).first() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public long first() {
        return recording.first();
    }

    @Override
    public long progress(long position) {
        return Math.max(0, position - recording.first());
    }

    @Override
    public long size() {
        return recording.isRecorded() ? -1 : recording.bytes();
    }

    @Override
    public Troubles troubles() {
        return troubles;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        recording.wake();
        files.close();
    }
}
