package io.callogram.capture.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.zip.ZipException;

/// Bytes that arrive once, kept in a private file so that they can be read again. The file goes
/// when the source is closed.
final class SpooledStream implements ByteSource {
    private static final int PASSING = 1 << 16;

    /// Where the stream stands in what it is unpacked from.
    interface Progress {
        long done();

        long of();
    }

    private final InputStream in;
    private final Progress progress;
    private final Troubles troubles = new Troubles();
    private final FileChannel channel;
    private final Path spool;
    private volatile long spooled;
    private boolean ended;

    SpooledStream(InputStream in, Path folder, Progress progress) throws IOException {
        this.in = in;
        this.progress = progress;
        Files.createDirectories(folder);
        spool = Files.createTempFile(folder, "capture-", ".spool");
        channel =
                FileChannel.open(spool, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        while (position >= spooled) {
            if (position > spooled && !ahead(position)) {
                return -1;
            }
            int got = arrive(position, into, offset, length);
            if (got != 0) {
                return got;
            }
        }
        int there = (int) Math.min(length, spooled - position);
        return channel.read(ByteBuffer.wrap(into, offset, there), position);
    }

    /// Keeps everything before that place; false when the stream ends before it.
    private boolean ahead(long position) throws IOException {
        byte[] passing = new byte[PASSING];
        int got = 0;
        while (spooled < position && got >= 0) {
            long left = Math.max(1, position - spooled);
            got = arrive(spooled, passing, 0, (int) Math.min(PASSING, left));
        }
        return got >= 0;
    }

    /// 0 when another reader was faster.
    private synchronized int arrive(long position, byte[] into, int offset, int length)
            throws IOException {
        if (position != spooled) {
            return 0;
        }
        int got = 0;
        while (!ended && got < length && (got == 0 || in.available() > 0)) {
            int more = receive(into, offset + got, length - got);
            ended = more < 0;
            got += Math.max(0, more);
        }
        if (got == 0) {
            return -1;
        }
        ByteBuffer fresh = ByteBuffer.wrap(into, offset, got);
        while (fresh.hasRemaining()) {
            channel.write(fresh, position + fresh.position() - offset);
        }
        spooled = position + got;
        return got;
    }

    private int receive(byte[] into, int offset, int length) throws IOException {
        try {
            return in.read(into, offset, length);
        } catch (Inflation.Refused refused) {
            troubles.add(refused.reason(), spooled, "%s", refused.sentence());
        } catch (ZipException damaged) {
            troubles.add(
                    "gzip-damaged",
                    spooled,
                    "is a damaged gzip file: unpacking stopped behind %,d bytes",
                    spooled);
        } catch (EOFException cut) {
            troubles.add(
                    "gzip-cut",
                    spooled,
                    "is a gzip file that ends early: unpacking stopped behind %,d bytes",
                    spooled);
        }
        return -1;
    }

    @Override
    public long progress(long position) {
        return progress.done();
    }

    @Override
    public long size() {
        return progress.of();
    }

    @Override
    public Troubles troubles() {
        return troubles;
    }

    @Override
    public void close() throws IOException {
        try (in;
                channel) {
            Files.deleteIfExists(spool);
        }
    }
}
