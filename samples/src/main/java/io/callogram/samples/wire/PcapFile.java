package io.callogram.samples.wire;

import java.io.IOException;
import java.io.OutputStream;

/// The pcap format with nanosecond times, little-endian (draft-ietf-opsawg-pcap).
public final class PcapFile implements CaptureFile {
    private static final int NANOSECOND_MAGIC = 0xa1b23c4d;
    private static final int ETHERNET = 1;
    private static final int SNAP_LENGTH = 262_144;

    private final OutputStream out;
    private final byte[] header = new byte[24];

    public PcapFile(OutputStream out) throws IOException {
        this.out = out;
        Little.put32(header, 0, NANOSECOND_MAGIC);
        Little.put16(header, 4, 2);
        Little.put16(header, 6, 4);
        Little.put32(header, 16, SNAP_LENGTH);
        Little.put32(header, 20, ETHERNET);
        out.write(header, 0, 24);
    }

    @Override
    public void frame(long nanos, byte[] bytes, int length) throws IOException {
        Little.put32(header, 0, (int) (nanos / 1_000_000_000L));
        Little.put32(header, 4, (int) (nanos % 1_000_000_000L));
        Little.put32(header, 8, length);
        Little.put32(header, 12, length);
        out.write(header, 0, 16);
        out.write(bytes, 0, length);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
