package io.callogram.web.gallery;

import io.callogram.capture.file.ByteSource;

/// A capture that lies in memory.
record MemoryBytes(byte[] bytes) implements ByteSource {

    @Override
    public int read(long position, byte[] into, int offset, int length) {
        if (position >= bytes.length) {
            return -1;
        }
        int count = Math.min(length, bytes.length - (int) position);
        System.arraycopy(bytes, (int) position, into, offset, count);
        return count;
    }

    @Override
    public long progress(long position) {
        return position;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public void close() {}
}
