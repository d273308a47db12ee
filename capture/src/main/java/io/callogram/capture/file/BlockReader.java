package io.callogram.capture.file;

import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.PacketSource;
import io.callogram.capture.packet.Trouble;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// One pass over a capture, a block at a time.
final class BlockReader implements PacketSource {

    static final int BLOCK = 1 << 20;

    /// For what arrives through a pipe or an unpacker, in smaller portions.
    private static final int STREAM_BLOCK = 1 << 18;

    private static final int SPARE = 4;

    private final ByteSource source;
    private final RecordFormat format;
    private final Troubles troubles;
    private final BlockingQueue<PacketBlock> used = new ArrayBlockingQueue<>(SPARE);
    private long position;
    private int expected = 1024;
    private boolean ended;

    BlockReader(ByteSource source, RecordFormat format, Troubles troubles) {
        this.source = source;
        this.format = format;
        this.troubles = troubles;
        position = source.first() + format.headerLength();
    }

    @Override
    public @Nullable PacketBlock next() throws IOException {
        while (!ended) {
            PacketBlock block = read();
            if (block.count() > 0) {
                return block;
            }
        }
        return null;
    }

    private PacketBlock read() throws IOException {
        int room = blockSize();
        PacketBlock spare = used.poll();
        byte[] bytes =
                spare != null && spare.bytes().length >= room ? spare.bytes() : new byte[room];
        BlockBuilder packets = new BlockBuilder(expected, spare);
        long base = position;
        int filled = 0;
        int cut = 0;
        while (cut == 0 && !ended) {
            if (filled == room) {
                room = Math.min(filled * 2, Integer.MAX_VALUE - 16);
                bytes = Arrays.copyOf(bytes, room);
            }
            int got = source.read(base + filled, bytes, filled, room - filled);
            ended = got < 0;
            filled += Math.max(0, got);
            cut = format.cut(new Window(bytes, filled, base, ended), packets);
        }
        position = base + cut;
        expected = Math.max(16, packets.count() + packets.count() / 8);
        return packets.block(bytes, base);
    }

    private int blockSize() {
        long size = source.size();
        boolean plain = size >= 0 && source.progress(position) == position;
        // One byte more than a small file, so that its end is seen with the first window.
        return plain ? Math.clamp(size - position + 1, 64, BLOCK) : STREAM_BLOCK;
    }

    @Override
    public void over(PacketBlock block) {
        if (block.bytes().length <= BLOCK) {
            used.offer(block);
        }
    }

    @Override
    public List<Trouble> troubles() {
        List<Trouble> all = new ArrayList<>(troubles.list());
        all.addAll(source.troubles().list());
        return all;
    }

    @Override
    public long consumed() {
        return source.progress(position);
    }

    @Override
    public long size() {
        return source.size();
    }

    /// The capture stays open: it is read at random after the pass.
    @Override
    public void close() {
        ended = true;
    }
}
