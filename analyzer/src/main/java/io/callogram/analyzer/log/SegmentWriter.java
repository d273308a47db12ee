package io.callogram.analyzer.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/// The one segment that grows. After any failure it takes no more groups: whoever writes seals it
/// and begins another.
final class SegmentWriter implements Closeable {

    /// Digesting so many bytes takes as long as handing them to another processor.
    private static final int WORTH_A_THREAD = 1 << 16;

    private final Disk disk;
    private final Path path;
    private final SegmentName name;
    private final DiskFile file;
    private Digest digest = new Digest();
    private long durable;
    private long packets;
    private long firstTime;
    private long lastTime;
    private boolean suspect;

    private SegmentWriter(Disk disk, Path path, SegmentName name, DiskFile file) {
        this.disk = disk;
        this.path = path;
        this.name = name;
        this.file = file;
    }

    /// Begins a segment that survives a power cut, with its header, when this returns.
    static SegmentWriter create(Disk disk, Path folder, SegmentName name) throws IOException {
        Path path = folder.resolve(name.file());
        // What an attempt that failed has left: nothing of it was ever acknowledged.
        disk.delete(path);
        SegmentWriter writer = new SegmentWriter(disk, path, name, disk.create(path));
        boolean begun = false;
        try {
            byte[] header = name.header();
            writer.write(header, header.length);
            disk.syncFolder(folder);
            begun = true;
        } finally {
            if (!begun) {
                writer.close();
            }
        }
        return writer;
    }

    /// Returns when the group survives a power cut.
    ///
    /// @throws SyncFailed when it may or may not; any other exception means that it is not there
    void commit(Group group) throws IOException {
        write(group.bytes(), group.length());
        firstTime = packets == 0 ? group.firstTime() : firstTime;
        lastTime = group.lastTime();
        packets += group.packets();
    }

    private void write(byte[] bytes, int length) throws IOException {
        Digest more = digest.copy();
        CompletableFuture<Void> digested =
                length < WORTH_A_THREAD
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.runAsync(() -> more.add(bytes, 0, length));
        put(bytes, length);
        digested.join();
        if (length < WORTH_A_THREAD) {
            more.add(bytes, 0, length);
        }
        digest = more;
        durable += length;
    }

    private void put(byte[] bytes, int length) throws IOException {
        try {
            file.append(bytes, 0, length);
        } catch (IOException failed) {
            // Half a group must not stand before anything that is written later.
            file.truncate(durable);
            throw failed;
        }
        try {
            file.force();
        } catch (IOException failed) {
            suspect = true;
            throw new SyncFailed(failed);
        }
    }

    SegmentName name() {
        return name;
    }

    /// Bytes that survive a power cut.
    long length() {
        return durable;
    }

    Segment segment() {
        return new Segment(path, name, durable, null);
    }

    /// Ends the segment at what is durable.
    Segment seal(Instant now) throws IOException {
        if (suspect) {
            file.truncate(durable);
        }
        file.close();
        Manifest manifest =
                new Manifest(
                        name.first(),
                        durable,
                        packets,
                        firstTime,
                        lastTime,
                        digest.hex(),
                        now,
                        suspect);
        manifest.write(disk, path);
        return new Segment(path, name, durable, manifest);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
