package io.callogram.analyzer.log;

import io.callogram.capture.file.PcapngBuffer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32C;

/// The one segment that grows. After any failure it takes no more groups: whoever writes seals it
/// and begins another.
final class SegmentWriter implements Closeable {

    private final Path path;
    private final SegmentName name;
    private final DiskFile file;
    private final CRC32C crc = new CRC32C();
    private int durableCrc;
    private long durable;
    private long packets;
    private long firstTime;
    private long lastTime;
    private boolean suspect;

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
            writer.write(List.of(name.blocks()));
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
        write(group.portions());
        firstTime = packets == 0 ? group.firstTime() : firstTime;
        lastTime = group.lastTime();
        packets += group.packets();
    }

    private void write(List<PcapngBuffer> portions) throws IOException {
        int length = put(portions);
        durable += length;
        durableCrc = (int) crc.getValue();
    }

    private int put(List<PcapngBuffer> portions) throws IOException {
        int length = 0;
        try {
            for (PcapngBuffer portion : portions) {
                file.append(portion.array(), 0, portion.length());
                // While the processor still has it at hand.
                crc.update(portion.array(), 0, portion.length());
                length += portion.length();
            }
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
        return length;
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
    Sealing.Unsealed end(Instant now) throws IOException {
        if (suspect) {
            file.truncate(durable);
        }
        file.close();
        return new Sealing.Unsealed(
                path, name, durable, packets, firstTime, lastTime, durableCrc, now, suspect);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
