package io.callogram.analyzer.pipeline;

import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.reassembly.Spool;
import java.io.IOException;

/// The bytes of any message again: from its place in the capture, or, below zero, from the
/// complement of its place in the spool.
public record CaptureBytes(CaptureFile capture, Spool spool) {

    public byte[] read(long stored, int length) throws IOException {
        return stored >= 0 ? capture.read(stored, length) : spool.read(~stored, length);
    }
}
