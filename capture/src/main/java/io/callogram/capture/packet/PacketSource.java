package io.callogram.capture.packet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Packets in capture order, a block at a time. Bad input never throws: reading stops or resumes
/// behind the damage, and a `Trouble` says what and where.
public interface PacketSource extends Closeable {

    /// The next block, or null when there are no more packets.
    @Nullable PacketBlock next() throws IOException;

    /// Nobody looks at a block any more: its arrays may serve for another one. Whoever does not say
    /// so lets it go.
    default void over(PacketBlock block) {}

    /// What could not be read so far, in order; bounded, the counters go on.
    List<Trouble> troubles();

    /// Bytes consumed so far, of `size()`: for progress bars.
    long consumed();

    /// Size in bytes, or -1 when unknown (standard input).
    long size();
}
