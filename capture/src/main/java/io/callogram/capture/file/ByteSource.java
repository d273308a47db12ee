package io.callogram.capture.file;

import java.io.Closeable;
import java.io.IOException;

/// The bytes of a capture, readable at any place that has been passed once. Thread-safe.
public interface ByteSource extends Closeable {

    /// Reads at least one byte, or -1 at the end. May wait for a sender.
    int read(long position, byte[] into, int offset, int length) throws IOException;

    /// The first byte that there is: what stood before it is gone.
    default long first() {
        return 0;
    }

    /// How far reading to `position` has come, on the scale of `size()`.
    long progress(long position);

    /// -1 when nobody knows.
    long size();

    /// What went wrong below the capture format; empty for a plain file.
    default Troubles troubles() {
        return Troubles.NONE;
    }
}
