package io.callogram.capture.file;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// A file that another writes, as a capture: whoever reads at its end waits until it is told that
/// there is more, or that there will be none. Closing it wakes who waits.
public final class GrowingFile implements ByteSource {
    private final FileChannel channel;
    private long written;
    private boolean ended;
    private boolean closed;

    public GrowingFile(Path file) throws IOException {
        channel = FileChannel.open(file);
    }

    /// What was written so far can be read.
    public synchronized void grown() throws IOException {
        written = channel.size();
        notifyAll();
    }

    /// Nothing more will be written.
    public synchronized void end() throws IOException {
        ended = true;
        grown();
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        long there = await(position);
        if (there <= position) {
            return -1;
        }
        int wanted = (int) Math.min(length, there - position);
        return channel.read(ByteBuffer.wrap(into, offset, wanted), position);
    }

    private synchronized long await(long position) throws IOException {
        try {
            while (written <= position && !ended && !closed) {
                wait();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading was interrupted");
        }
        if (closed) {
            throw new ClosedChannelException();
        }
        return written;
    }

    @Override
    public long progress(long position) {
        return position;
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        notifyAll();
        channel.close();
    }
}
