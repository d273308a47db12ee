package io.callogram.analyzer.call;

import io.callogram.analyzer.transaction.Seen;
import java.util.List;

/// One message of a leg with its retransmissions. Numbers are those within the Call-ID; `CallFold`
/// gives the call's.
///
/// @param repeats later sightings of the same message on the same hop
/// @param forwardOf index in the leg of the same message one hop earlier, or -1
/// @param stray slug why it belongs to no transaction, or empty
public record LegMessage(
        Seen seen,
        List<Seen> repeats,
        int transaction,
        int endToEnd,
        int upstream,
        int dialog,
        int forwardOf,
        String stray) {

    public boolean atOrigin() {
        return upstream == 0;
    }
}
