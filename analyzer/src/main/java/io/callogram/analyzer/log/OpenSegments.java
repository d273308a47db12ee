package io.callogram.analyzer.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// The segments that were read last, open. Many threads read at once; one opens.
final class OpenSegments implements Closeable {

    private static final int MAX_OPEN = 32;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Path, FileChannel> channels = new LinkedHashMap<>();

    /// -1 when the file is gone or ends before.
    int read(Segment segment, long at, byte[] into, int offset, int length) throws IOException {
        lock.readLock().lock();
        try {
            FileChannel channel = channels.get(segment.file());
            if (channel != null && channel.isOpen()) {
                return channel.read(ByteBuffer.wrap(into, offset, length), at);
            }
        } finally {
            lock.readLock().unlock();
        }
        return open(segment.file()) == null ? -1 : read(segment, at, into, offset, length);
    }

    private @Nullable FileChannel open(Path file) throws IOException {
        lock.writeLock().lock();
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
            FileChannel before = channels.put(file, channel);
            if (before != null) {
                before.close();
            }
            if (channels.size() > MAX_OPEN) {
                FileChannel eldest = channels.remove(channels.keySet().iterator().next());
                if (eldest != null) {
                    eldest.close();
                }
            }
            return channel;
        } catch (NoSuchFileException gone) {
            return null;
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.writeLock().lock();
        try {
            for (FileChannel channel : channels.values()) {
                channel.close();
            }
            channels.clear();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
