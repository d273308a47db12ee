package io.callogram.analyzer.log;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One file of a recording.
///
/// @param length of it, as far as it is durable
/// @param manifest null while it grows, or when writing it failed
record Segment(Path file, SegmentName name, long length, @Nullable Manifest manifest) {

    long first() {
        return name.first();
    }

    /// Position behind its last byte.
    long end() {
        return name.first() + length;
    }

    boolean isSealed() {
        return manifest != null;
    }
}
