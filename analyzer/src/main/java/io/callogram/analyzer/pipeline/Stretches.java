package io.callogram.analyzer.pipeline;

import io.callogram.capture.packet.PacketBlock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts a capture into stretches of packets. Between two of them, and nowhere else, what fell
/// silent is closed and folded: so that the calls depend on what was captured, and not on how large
/// the blocks were in which it came.
final class Stretches {
    private static final int PACKETS = 4_096;
    private static final long SPAN = Duration.ofSeconds(10).toNanos();

    /// Packets that came together and belong together.
    ///
    /// @param begins they begin a stretch, and one before it is over
    record Piece(PacketBlock block, boolean begins) {}

    /// Of the stretch that is not over.
    private int packets;

    private long began;

    List<Piece> cut(PacketBlock block) {
        List<Piece> pieces = new ArrayList<>(2);
        int from = 0;
        boolean begins = false;
        for (int i = 0; i < block.count(); i++) {
            long time = block.time()[i];
            if (packets == PACKETS || packets > 0 && time - began >= SPAN) {
                if (i > from) {
                    pieces.add(new Piece(part(block, from, i), begins));
                }
                from = i;
                begins = true;
                packets = 0;
            }
            began = packets++ == 0 ? time : began;
        }
        pieces.add(new Piece(part(block, from, block.count()), begins));
        return pieces;
    }

    private static PacketBlock part(PacketBlock block, int from, int to) {
        if (from == 0 && to == block.count()) {
            return block;
        }
        return new PacketBlock(
                block.bytes(),
                block.base(),
                to - from,
                Arrays.copyOfRange(block.record(), from, to),
                Arrays.copyOfRange(block.start(), from, to),
                Arrays.copyOfRange(block.captured(), from, to),
                Arrays.copyOfRange(block.original(), from, to),
                Arrays.copyOfRange(block.time(), from, to),
                Arrays.copyOfRange(block.link(), from, to));
    }
}
