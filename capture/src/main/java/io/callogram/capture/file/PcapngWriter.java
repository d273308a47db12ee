package io.callogram.capture.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes packets as pcapng: one section, one interface per link type, nanoseconds.
public final class PcapngWriter implements Closeable {

    private final OutputStream out;
    private final PcapngBuffer blocks = new PcapngBuffer(1 << 12);
    private final Map<Integer, Integer> interfaces = new LinkedHashMap<>();

    /// Writes the section header at once. Closing closes `out`.
    public PcapngWriter(OutputStream out) throws IOException {
        this.out = out;
        blocks.section("");
        flush();
    }

    public void write(CapturedPacket packet) throws IOException {
        write(
                packet.time(),
                packet.link(),
                packet.original(),
                packet.bytes(),
                0,
                packet.bytes().length);
    }

    /// `time` in nanoseconds since 1970.
    public void write(long time, int link, int original, byte[] bytes, int offset, int length)
            throws IOException {
        Integer known = interfaces.get(link);
        int index = known == null ? describe(link) : known;
        blocks.packet(index, time, original, bytes, offset, length);
        flush();
    }

    private int describe(int link) {
        blocks.describe(link);
        int index = interfaces.size();
        interfaces.put(link, index);
        return index;
    }

    private void flush() throws IOException {
        out.write(blocks.array(), 0, blocks.length());
        blocks.clear();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
