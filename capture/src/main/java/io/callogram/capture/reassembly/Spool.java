package io.callogram.capture.reassembly;

import java.io.Closeable;
import java.io.IOException;

/// Keeps the payloads that do not stand in one piece in the capture, with the packets they came in.
/// One thread appends, any number read.
public interface Spool extends Closeable {

    /// Appends the `count` places of packet records and then the bytes; gives the place of the
    /// bytes.
    long append(long[] records, int count, byte[] bytes, int offset, int length);

    /// Reads bytes at a place that `append` gave; fewer only at the end.
    byte[] read(long place, int length) throws IOException;

    /// The packet records that carried the payload at `place`.
    long[] records(long place) throws IOException;
}
