package io.callogram.capture.reassembly;

import io.callogram.capture.packet.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// A spool in a private file. A temporary one goes when it is closed.
public final class FileSpool implements Spool {

    private static final int BUFFER = 1 << 18;

    private final Path file;
    private final boolean temporary;
    private final FileChannel channel;
    private byte[] buffer = new byte[BUFFER];
    private int buffered;
    private long flushed;

    /// A temporary one.
    public FileSpool(Path folder) throws IOException {
        this(Files.createTempFile(Files.createDirectories(folder), "payloads-", ".spool"), true);
    }

    private FileSpool(Path file, boolean temporary) throws IOException {
        this.file = file;
        this.temporary = temporary;
        channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        flushed = channel.size();
    }

    /// One that stays, with what is in it already.
    public static FileSpool kept(Path file) throws IOException {
        return new FileSpool(file, false);
    }

    /// From here on, what was appended survives the program.
    public synchronized void force() throws IOException {
        flush();
        channel.force(true);
    }

    /// @throws UncheckedIOException when the disk refuses
    @Override
    public synchronized long append(
            long[] records, int count, byte[] bytes, int offset, int length) {
        int needed = SpoolEntry.headerLength(count) + length;
        if (buffered + needed > buffer.length) {
            flush();
            buffer = needed > buffer.length ? new byte[needed] : buffer;
        }
        int start = buffered + SpoolEntry.write(buffer, buffered, records, count);
        System.arraycopy(bytes, offset, buffer, start, length);
        buffered += needed;
        return flushed + start;
    }

    @Override
    public byte[] read(long place, int length) throws IOException {
        byte[] bytes = new byte[length];
        int filled = 0;
        while (filled < length) {
            int got = readSome(place + filled, bytes, filled);
            if (got <= 0) {
                return Arrays.copyOf(bytes, filled);
            }
            filled += got;
        }
        return bytes;
    }

    @Override
    public long[] records(long place) throws IOException {
        int count = Bytes.i32(read(place - 4, 4), 0);
        byte[] header = read(place - SpoolEntry.headerLength(count), count * 8);
        return SpoolEntry.records(header, count);
    }

    private synchronized int readSome(long place, byte[] into, int offset) throws IOException {
        if (place >= flushed) {
            int from = (int) (place - flushed);
            int there = Math.min(into.length - offset, buffered - from);
            if (there > 0) {
                System.arraycopy(buffer, from, into, offset, there);
            }
            return there;
        }
        int there = (int) Math.min(into.length - offset, flushed - place);
        return channel.read(ByteBuffer.wrap(into, offset, there), place);
    }

    private void flush() {
        try {
            ByteBuffer fresh = ByteBuffer.wrap(buffer, 0, buffered);
            while (fresh.hasRemaining()) {
                channel.write(fresh, flushed + fresh.position());
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        flushed += buffered;
        buffered = 0;
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            if (temporary) {
                Files.deleteIfExists(file);
            }
        }
    }
}
