package io.callogram.analyzer.pipeline;

import io.callogram.capture.file.ByteSource;
import java.util.Arrays;

/// A capture that somebody still writes.
final class GrowingBytes implements ByteSource {
    private byte[] bytes = new byte[0];
    private boolean over;

    synchronized void append(byte[] more, int from, int to) {
        int length = bytes.length;
        bytes = Arrays.copyOf(bytes, length + to - from);
        System.arraycopy(more, from, bytes, length, to - from);
        notifyAll();
    }

    synchronized void end() {
        over = true;
        notifyAll();
    }

    @Override
    public synchronized int read(long position, byte[] into, int offset, int length) {
        try {
            while (position >= bytes.length && !over) {
                wait();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return -1;
        }
        if (position >= bytes.length) {
            return -1;
        }
        int there = (int) Math.min(length, bytes.length - position);
        System.arraycopy(bytes, (int) position, into, offset, there);
        return there;
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
    public void close() {
        end();
    }
}
