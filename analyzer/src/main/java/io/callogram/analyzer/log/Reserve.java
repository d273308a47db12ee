package io.callogram.analyzer.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// A file that only takes up room. When the disk is full it goes, and what it held is enough to end
/// the segments properly and to say in the journal what happened.
final class Reserve {

    private final Disk disk;
    private final Path file;
    private final int size;

    Reserve(Disk disk, Path file, int size) {
        this.disk = disk;
        this.file = file;
        this.size = size;
    }

    /// Takes up the room; false when there is none.
    synchronized boolean restore() {
        try {
            if (isThere()) {
                return true;
            }
            disk.delete(file);
            fill();
            return true;
        } catch (IOException full) {
            release();
            return false;
        }
    }

    private boolean isThere() throws IOException {
        return Files.exists(file) && Files.size(file) == size;
    }

    /// With bytes that no file system can pack.
    private void fill() throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        try (DiskFile open = disk.create(file)) {
            open.append(bytes, 0, bytes.length);
            open.force();
        }
    }

    synchronized void release() {
        try {
            disk.delete(file);
        } catch (IOException stays) {
            // Then there is no reserve, and what it was kept for may fail: that is counted there.
            return;
        }
    }
}
