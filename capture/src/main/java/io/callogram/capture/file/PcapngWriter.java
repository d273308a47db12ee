package io.callogram.capture.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes packets as pcapng: one section, one interface per link type, nanoseconds.
public final class PcapngWriter implements Closeable {

    private static final int VERSION_1_0 = 1;
    private static final int TSRESOL = 9;
    private static final int NANOSECONDS = 9;

    private final OutputStream out;
    private final Map<Integer, Integer> interfaces = new LinkedHashMap<>();

    /// Writes the section header at once. Closing closes `out`.
    public PcapngWriter(OutputStream out) throws IOException {
        this.out = out;
        ByteBuffer section = block(PcapngFormat.SECTION, 16);
        section.putInt(PcapngFormat.BYTE_ORDER).putInt(VERSION_1_0).putLong(-1);
        end(section);
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
        ByteBuffer packet = block(PcapngFormat.ENHANCED_PACKET, 20 + padded(length));
        packet.putInt(index).putInt((int) (time >>> 32)).putInt((int) time);
        packet.putInt(length).putInt(original).put(bytes, offset, length);
        packet.position(packet.position() + padded(length) - length);
        end(packet);
    }

    private int describe(int link) throws IOException {
        ByteBuffer description = block(PcapngFormat.INTERFACE, 8 + 12);
        description.putShort((short) link).putShort((short) 0).putInt(0);
        description.putShort((short) TSRESOL).putShort((short) 1).put((byte) NANOSECONDS);
        // Padding of the option, then the end-of-options option: all zero.
        description.position(description.position() + 7);
        end(description);
        int index = interfaces.size();
        interfaces.put(link, index);
        return index;
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static ByteBuffer block(int type, int body) {
        ByteBuffer block = ByteBuffer.allocate(12 + body).order(ByteOrder.LITTLE_ENDIAN);
        return block.putInt(type).putInt(12 + body);
    }

    @SuppressWarnings("ByteBufferBackingArray") // allocated above, with an array of its own
    private void end(ByteBuffer block) throws IOException {
        block.putInt(block.capacity());
        out.write(block.array());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
