package io.callogram.capture.testing;

import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.PacketSource;
import io.callogram.capture.packet.Trouble;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Packets in memory, as one block: a record is the packet alone, and positions are those in the
/// concatenation of all packets.
public final class Wire implements PacketSource {

    private record Sent(byte[] bytes, long time, int original) {}

    private final List<Sent> packets = new ArrayList<>();
    private final int link;
    private boolean read;

    public Wire(int link) {
        this.link = link;
    }

    /// Raw IP packets.
    public static Wire ip() {
        return new Wire(101);
    }

    public Wire add(long time, byte[] packet) {
        packets.add(new Sent(packet, time, packet.length));
        return this;
    }

    public Wire add(Packet packet) {
        return add(packets.size() * 1_000_000L, packet.bytes());
    }

    public Wire cut(Packet packet, int captured) {
        byte[] part = Arrays.copyOf(packet.bytes(), captured);
        packets.add(new Sent(part, packets.size() * 1_000_000L, packet.bytes().length));
        return this;
    }

    public int count() {
        return packets.size();
    }

    public byte[] all() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        packets.forEach(packet -> all.writeBytes(packet.bytes()));
        return all.toByteArray();
    }

    public PacketBlock block() {
        int count = packets.size();
        PacketBlock block =
                new PacketBlock(
                        all(),
                        0,
                        count,
                        new long[count],
                        new int[count],
                        new int[count],
                        new int[count],
                        new long[count],
                        new int[count]);
        int at = 0;
        for (int i = 0; i < count; i++) {
            Sent packet = packets.get(i);
            block.record()[i] = at;
            block.start()[i] = at;
            block.captured()[i] = packet.bytes().length;
            block.original()[i] = packet.original();
            block.time()[i] = packet.time();
            block.link()[i] = link;
            at += packet.bytes().length;
        }
        return block;
    }

    @Override
    public @Nullable PacketBlock next() {
        boolean first = !read;
        read = true;
        return first ? block() : null;
    }

    @Override
    public List<Trouble> troubles() {
        return List.of();
    }

    @Override
    public long consumed() {
        return 0;
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public void close() {}
}
