package io.callogram.analyzer.pseudonym;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Bytes that belong together, taken out of packets to be rewritten and put back: a datagram, its
/// fragments, or a stretch of a stream.
final class Run {

    /// A piece of a packet.
    ///
    /// @param packet its index among the packets
    /// @param offset where it begins in the packet
    /// @param place where it belongs: its offset in a datagram, its sequence number in a stream
    record Piece(int packet, int offset, int length, long place) {
        long end() {
            return place + length;
        }
    }

    final byte[] bytes;
    private final List<Piece> pieces;
    private final long first;

    private Run(List<Piece> pieces, List<byte[]> packets) {
        this.pieces = pieces;
        first = pieces.getFirst().place();
        bytes = new byte[(int) (end(pieces) - first)];
        for (Piece piece : pieces) {
            int at = (int) (piece.place() - first);
            System.arraycopy(
                    packets.get(piece.packet()), piece.offset(), bytes, at, piece.length());
        }
    }

    /// Runs without holes. Pieces that overlap and disagree go into different ones.
    static List<Run> of(List<Piece> pieces, List<byte[]> packets) {
        List<Piece> ordered = new ArrayList<>(pieces);
        ordered.sort(Comparator.comparingLong(Piece::place));
        List<List<Piece>> runs = new ArrayList<>();
        for (Piece piece : ordered) {
            List<Piece> fits = null;
            for (List<Piece> run : runs) {
                fits = fits == null && continues(run, piece, packets) ? run : fits;
            }
            if (fits == null) {
                fits = new ArrayList<>();
                runs.add(fits);
            }
            fits.add(piece);
        }
        return runs.stream().map(run -> new Run(run, packets)).toList();
    }

    private static boolean continues(List<Piece> run, Piece piece, List<byte[]> packets) {
        return piece.place() <= end(run)
                && run.stream().allMatch(other -> agree(other, piece, packets));
    }

    private static boolean agree(Piece one, Piece other, List<byte[]> packets) {
        long from = Math.max(one.place(), other.place());
        long to = Math.min(one.end(), other.end());
        for (long at = from; at < to; at++) {
            int a = one.offset() + (int) (at - one.place());
            int b = other.offset() + (int) (at - other.place());
            if (packets.get(one.packet())[a] != packets.get(other.packet())[b]) {
                return false;
            }
        }
        return true;
    }

    private static long end(List<Piece> run) {
        return run.stream().mapToLong(Piece::end).max().orElse(0);
    }

    /// Whether it begins at this place.
    boolean beginsAt(long place) {
        return first == place;
    }

    void putBack(List<byte[]> packets) {
        for (Piece piece : pieces) {
            int at = (int) (piece.place() - first);
            System.arraycopy(
                    bytes, at, packets.get(piece.packet()), piece.offset(), piece.length());
        }
    }
}
