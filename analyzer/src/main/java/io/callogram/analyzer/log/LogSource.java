package io.callogram.analyzer.log;

import io.callogram.capture.file.CaptureFile;
import java.io.IOException;
import java.nio.file.Path;

/// Something packets came from, with a folder of its own.
public sealed interface LogSource permits Recording, Upload {

    /// From 1, never used again.
    int id();

    Path folder();

    /// How many there are now.
    long bytes();

    /// The packets.
    ///
    /// @param scratch private, for unpacked bytes
    /// @throws io.callogram.capture.file.NotACapture when it is something else
    CaptureFile capture(Path scratch) throws IOException;
}
