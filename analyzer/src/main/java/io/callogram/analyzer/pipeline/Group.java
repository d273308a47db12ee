package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.sip.Places;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.analyzer.transaction.Seen;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The messages of one Call-ID that were not folded for good yet: where they stand, and what says
/// with whom they may be one call. Linked into the list of its phase.
final class Group {
    final long key;
    final Places places = new Places();
    final Ties ties = new Ties();

    /// All of them, or none: see `AtHand`.
    final List<Seen> seen = new ArrayList<>(4);

    /// Of its messages, as far as `AtHand` counts them.
    long bytes;

    boolean open = true;

    /// Folded for good: it is not looked at again.
    boolean handedOn;

    Phase phase = Phase.PENDING;
    long last;

    /// Key of the pair of hosts between which it is a keep-alive, whatever its Call-ID; else 0.
    long keepAlive;

    /// Key of the source whose scan it may be part of, whatever its Call-ID; else 0.
    long probe;

    /// It was refused as tries of scanners are, and nothing in it succeeded.
    boolean refused;

    /// Something in it was answered or rang, as nothing does for a scanner.
    boolean succeeded;

    /// The entries already handed on that hold messages of this group.
    @Nullable Shown before;

    @Nullable Group older;
    @Nullable Group newer;

    Group(long key) {
        this.key = key;
    }

    void add(Seen seen) {
        if (places.size() == 0) {
            keepAlive = Ties.keepAlive(seen.sighting());
            probe = Ties.probe(seen.sighting());
        }
        Sighting s = seen.sighting();
        succeeded |= s.isSuccess() || s.isProvisional() && s.status() > 100;
        if (s.isFinal()) {
            refused = !s.isSuccess() && Ties.probe(s) != 0;
        }
        places.add(seen.sighting().where());
    }

    boolean isAtHand() {
        return seen.size() == size();
    }

    int size() {
        return places.size();
    }
}
