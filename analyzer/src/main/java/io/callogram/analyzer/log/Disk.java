package io.callogram.analyzer.log;

import java.io.IOException;
import java.nio.file.Path;

/// The operations on files that the log's promises rest on. The real ones are `LocalDisk`; tests
/// have some that fail.
interface Disk {

    /// A new file, private to this user. Its name is durable after `syncFolder`.
    DiskFile create(Path file) throws IOException;

    /// A file that is there, to be cut, forced or appended to.
    DiskFile open(Path file) throws IOException;

    /// Makes durable which files a folder has.
    void syncFolder(Path folder) throws IOException;

    /// Replaces what is there, at once or not at all.
    void move(Path from, Path to) throws IOException;

    void delete(Path file) throws IOException;
}
