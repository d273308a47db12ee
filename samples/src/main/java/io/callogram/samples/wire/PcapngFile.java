package io.callogram.samples.wire;

import java.io.IOException;
import java.io.OutputStream;

/// The pcapng format: one section, one Ethernet interface with nanosecond times, enhanced packet
/// blocks.
public final class PcapngFile implements CaptureFile {
    private static final int SECTION_HEADER = 0x0a0d0d0a;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int OPTION_TIME_RESOLUTION = 9;
    private static final byte NANOSECONDS = 9;

    private final OutputStream out;
    private final byte[] block = new byte[32];

    public PcapngFile(OutputStream out) throws IOException {
        this.out = out;
        section();
        description();
    }

    private void section() throws IOException {
        begin(SECTION_HEADER, 28);
        Little.put32(block, 8, BYTE_ORDER_MAGIC);
        Little.put16(block, 12, 1);
        Little.put16(block, 14, 0);
        // A section length of −1 says "until the end of the file".
        Little.put32(block, 16, -1);
        Little.put32(block, 20, -1);
        Little.put32(block, 24, 28);
        out.write(block, 0, 28);
    }

    private void description() throws IOException {
        begin(INTERFACE_DESCRIPTION, 32);
        Little.put16(block, 8, 1);
        Little.put16(block, 10, 0);
        Little.put32(block, 12, 0);
        Little.put16(block, 16, OPTION_TIME_RESOLUTION);
        Little.put16(block, 18, 1);
        Little.put32(block, 20, NANOSECONDS);
        Little.put32(block, 24, 0);
        Little.put32(block, 28, 32);
        out.write(block, 0, 32);
    }

    @Override
    public void frame(long nanos, byte[] bytes, int length) throws IOException {
        int padding = -length & 3;
        int total = 32 + length + padding;
        begin(ENHANCED_PACKET, total);
        Little.put32(block, 8, 0);
        Little.put32(block, 12, (int) (nanos >>> 32));
        Little.put32(block, 16, (int) nanos);
        Little.put32(block, 20, length);
        Little.put32(block, 24, length);
        out.write(block, 0, 28);
        out.write(bytes, 0, length);
        Little.put32(block, 0, 0);
        out.write(block, 0, padding);
        Little.put32(block, 0, total);
        out.write(block, 0, 4);
    }

    private void begin(int type, int length) {
        Little.put32(block, 0, type);
        Little.put32(block, 4, length);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
