package io.callogram.analyzer.call;

import io.callogram.analyzer.transaction.Seen;
import java.util.List;

/// One numbered message of a call. Retransmissions share its number.
///
/// @param number from 1, in order; the same everywhere
/// @param repeats later sightings of the same message on the same hop
/// @param leg number of its leg
/// @param dialog number of its dialog, 0 outside any
/// @param transaction number of its hop transaction, 0 for a stray
/// @param fromNode index of the sending node
/// @param toNode index of the receiving node
/// @param forwardOf number of the same message one hop earlier, or 0
/// @param stray slug why it belongs to no transaction, or empty
public record CallMessage(
        int number,
        Seen seen,
        List<Seen> repeats,
        int leg,
        int dialog,
        int transaction,
        int fromNode,
        int toNode,
        int forwardOf,
        String stray) {}
