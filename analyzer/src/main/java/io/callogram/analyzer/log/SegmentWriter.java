package io.callogram.analyzer.log;

import io.callogram.capture.file.PcapngBuffer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/// The one segment that grows. After any failure it takes no more groups: whoever writes seals it
/// and begins another. One thread may force it while another writes behind what is forced.
final class SegmentWriter implements Closeable {

    private final Path path;
    private final SegmentName name;
    private final DiskFile file;
    private long written;

    private long durable;
    private long packets;
    private volatile boolean suspect;

    private SegmentWriter(Path path, SegmentName name, DiskFile file) {
        this.path = path;
        this.name = name;
        this.file = file;
    }

    /// Begins a segment that survives a power cut, with its header, when this returns.
    static SegmentWriter create(Disk disk, Path folder, SegmentName name) throws IOException {
        Path path = folder.resolve(name.file());
        // What an attempt that failed has left: nothing of it was ever acknowledged.
        disk.delete(path);
        SegmentWriter writer = new SegmentWriter(path, name, disk.create(path));
        boolean begun = false;
        try {
            PcapngBuffer header = name.blocks();
            writer.file.append(header.array(), 0, header.length());
            writer.written = header.length();
            writer.force(header.length(), 0);
            disk.syncFolder(folder);
            begun = true;
        } finally {
            if (!begun) {
                writer.close();
            }
        }
        return writer;
    }

    /// Writes a group behind what was written. It is not durable when this returns, and not there
    /// when this fails.
    void append(Group group) throws IOException {
        long before = written;
        try {
            for (PcapngBuffer portion : group.portions()) {
                file.append(portion.array(), 0, portion.length());
                written += portion.length();
            }
        } catch (IOException failed) {
            // Half a group must not stand before anything that is written later.
            file.truncate(before);
            written = before;
            throw failed;
        }
    }

    /// The group behind what is durable survives a power cut when this returns. What was written
    /// behind it may or may not.
    ///
    /// @throws SyncFailed when it may or may not
    void force(Group group) throws SyncFailed {
        force(group.length(), group.packets());
    }

    private void force(int length, int count) throws SyncFailed {
        try {
            file.force();
        } catch (IOException failed) {
            suspect = true;
            throw new SyncFailed(failed);
        }
        forced(length, count);
    }

    private synchronized void forced(int length, int count) {
        durable += length;
        packets += count;
    }

    SegmentName name() {
        return name;
    }

    /// Its bytes, durable or not yet.
    long length() {
        return written;
    }

    /// As far as it survives a power cut.
    synchronized Segment segment() {
        return new Segment(path, name, durable, null);
    }

    /// Ends the segment at what is durable.
    synchronized Unsealed end(Instant now) throws IOException {
        if (written > durable) {
            file.truncate(durable);
        }
        file.close();
        return new Unsealed(segment(), packets, now, suspect);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
