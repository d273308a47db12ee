package io.callogram.capture.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Capture files of every format, byte by byte.
@SuppressWarnings("ByteBufferBackingArray") // all are wrapped arrays
public final class FileBuilder {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;

    public FileBuilder(ByteOrder order) {
        this.order = order;
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    public int size() {
        return out.size();
    }

    public FileBuilder raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    private ByteBuffer room(int size) {
        return ByteBuffer.wrap(new byte[size]).order(order);
    }

    private FileBuilder put(ByteBuffer buffer) {
        out.write(buffer.array(), 0, buffer.position());
        return this;
    }

    public FileBuilder pcap(int magic, int snapLength, int link) {
        ByteBuffer head = room(24).putInt(magic).putShort((short) 2).putShort((short) 4);
        return put(head.putLong(0).putInt(snapLength).putInt(link));
    }

    public FileBuilder record(int second, int fraction, byte[] packet) {
        return record(second, fraction, packet.length, packet.length, packet);
    }

    public FileBuilder record(int second, int fraction, int captured, int original, byte[] packet) {
        put(room(16).putInt(second).putInt(fraction).putInt(captured).putInt(original));
        return raw(packet);
    }

    public FileBuilder section() {
        return block(0x0a0d_0d0a, room(16).putInt(0x1a2b_3c4d).putInt(1).putLong(-1));
    }

    public FileBuilder description(int link, int snapLength, byte... options) {
        ByteBuffer body = room(8 + options.length).putShort((short) link).putShort((short) 0);
        return block(1, body.putInt(snapLength).put(options));
    }

    /// An if_tsresol option.
    public byte[] resolution(int value) {
        ByteBuffer option = room(12).putShort((short) 9).putShort((short) 1).put((byte) value);
        return option.array();
    }

    /// An if_tsoffset option.
    public byte[] offset(long seconds) {
        return room(16).putShort((short) 14).putShort((short) 8).putLong(seconds).array();
    }

    public FileBuilder enhanced(int index, long ticks, byte[] packet) {
        return enhanced(index, ticks, packet.length, packet.length, packet);
    }

    public FileBuilder enhanced(int index, long ticks, int captured, int original, byte[] packet) {
        ByteBuffer body = room(20 + padded(packet.length)).putInt(index);
        body.putInt((int) (ticks >>> 32)).putInt((int) ticks).putInt(captured).putInt(original);
        body.put(packet);
        return block(6, body.position(body.capacity()));
    }

    public FileBuilder old(int index, long ticks, byte[] packet) {
        ByteBuffer body = room(20 + padded(packet.length)).putShort((short) index);
        body.putShort((short) 0).putInt((int) (ticks >>> 32)).putInt((int) ticks);
        body.putInt(packet.length).putInt(packet.length).put(packet);
        return block(2, body.position(body.capacity()));
    }

    public FileBuilder simple(int original, byte[] packet) {
        ByteBuffer body = room(4 + padded(packet.length)).putInt(original).put(packet);
        return block(3, body.position(body.capacity()));
    }

    public FileBuilder block(int type, byte[] body) {
        return block(type, room(body.length).put(body));
    }

    private FileBuilder block(int type, ByteBuffer body) {
        int length = 12 + body.position();
        put(room(8).putInt(type).putInt(length));
        put(body);
        return put(room(4).putInt(length));
    }

    /// An ERF record of an Ethernet packet.
    public FileBuilder erf(long second, byte[] packet) {
        ByteBuffer head = ByteBuffer.wrap(new byte[18]);
        head.putLong(Long.reverseBytes(second << 32 | 0x8000_0000L)).put((byte) 2).put((byte) 4);
        head.putShort((short) (18 + packet.length)).putShort((short) 0);
        head.putShort((short) packet.length).putShort((short) 0);
        return put(head).raw(packet);
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }
}
