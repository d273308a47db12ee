package io.callogram.samples.wire;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// A capture being written, one frame after the other.
public interface CaptureFile extends Closeable {
    /// `nanos` counts from 1970.
    void frame(long nanos, byte[] bytes, int length) throws IOException;

    /// The format is taken from the name: `.pcapng` or else pcap, packed when `.gz` follows.
    static CaptureFile create(Path file) throws IOException {
        String name = file.getFileName().toString();
        boolean packed = name.endsWith(".gz");
        String plain = packed ? name.substring(0, name.length() - 3) : name;
        OutputStream out = Files.newOutputStream(file);
        if (packed) {
            out = new GZIPOutputStream(out, 1 << 16);
        }
        out = new BufferedOutputStream(out, 1 << 20);
        return plain.endsWith(".pcapng") ? new PcapngFile(out) : new PcapFile(out);
    }
}
