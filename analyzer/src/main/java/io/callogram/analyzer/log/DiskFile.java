package io.callogram.analyzer.log;

import java.io.Closeable;
import java.io.IOException;

/// One file that is written at its end.
interface DiskFile extends Closeable {

    /// May leave a part of the bytes behind when it fails.
    void append(byte[] bytes, int offset, int length) throws IOException;

    /// What was appended survives a power cut when this returns. After a failure nobody knows what
    /// the disk holds, and asking again would lie: the kernel has dropped the pages.
    void force() throws IOException;

    void truncate(long length) throws IOException;

    long size() throws IOException;
}
