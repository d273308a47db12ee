package io.callogram.analyzer.pseudonym;

import io.callogram.analyzer.pseudonym.Run.Piece;
import io.callogram.capture.decode.Decoded;
import io.callogram.capture.packet.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The DATA chunks of an SCTP packet (RFC 9260 §3.3.1), as pieces of what they carry.
final class ChunkWalk {

    private static final int HEADER = 16;
    private static final int LAST = 1;
    private static final int FIRST = 2;

    private final byte[] bytes;
    private final Decoded decoded;
    private final String flow;

    ChunkWalk(byte[] bytes, Decoded decoded, String flow) {
        this.bytes = bytes;
        this.decoded = decoded;
        this.flow = flow;
    }

    /// Adds what the DATA chunks carry and copies the headers of all; a message in several chunks
    /// is one run, because each continues where the one before it ends.
    void pieces(int packet, Map<String, List<Piece>> into, byte[] copy) {
        int end = Math.min(bytes.length, decoded.offset() + decoded.length());
        int at = decoded.offset();
        while (at + 4 <= end) {
            int length = Bytes.u16(bytes, at + 2);
            int stop = Math.min(end, at + Math.max(4, length));
            boolean data = bytes[at] == 0 && at + HEADER < stop;
            System.arraycopy(bytes, at, copy, at, data ? HEADER : 4);
            if (data) {
                add(packet, at, stop, into);
            }
            at += Math.max(4, (length + 3) & ~3);
        }
    }

    private void add(int packet, int at, int stop, Map<String, List<Piece>> into) {
        int sequence = Bytes.i32(bytes, at + 4);
        boolean first = (bytes[at + 1] & FIRST) != 0;
        boolean whole = first && (bytes[at + 1] & LAST) != 0;
        int stream = Bytes.u16(bytes, at + 8);
        int message = Bytes.u16(bytes, at + 10);
        String key = flow + stream + (whole ? "!" + sequence : "/" + message);
        List<Piece> pieces = into.computeIfAbsent(key, _ -> new ArrayList<>());
        long place = 0;
        for (Piece piece : pieces) {
            place = Math.max(place, piece.end());
        }
        pieces.add(new Piece(packet, at + HEADER, stop - at - HEADER, whole ? 0 : place));
    }
}
