package io.callogram.analyzer.dialog;

import io.callogram.analyzer.transaction.Seen;
import org.jspecify.annotations.Nullable;

/// Offers that may still be answered, newest first. Immutable.
public record Sessions(@Nullable Offer open) {

    /// Bounds what is remembered: offers that nobody ever answered are forgotten.
    private static final int REMEMBERED = 8;

    static final Sessions NONE = new Sessions(null);

    /// @param endToEnd request that carries the offer, or whose response does
    /// @param tag of the side that offered
    /// @param seen whose session description is the offer
    record Offer(int endToEnd, long tag, Seen seen, @Nullable Offer before) {}

    @Nullable Offer of(int endToEnd) {
        for (Offer o = open; o != null; o = o.before()) {
            if (o.endToEnd() == endToEnd) {
                return o;
            }
        }
        return null;
    }

    /// The newest offer made by the side with this tag in a response: what a PRACK may answer.
    @Nullable Offer inResponseBy(long tag) {
        for (Offer o = open; o != null; o = o.before()) {
            if (o.tag() == tag && !o.seen().sighting().isRequest()) {
                return o;
            }
        }
        return null;
    }

    Sessions offering(int endToEnd, long tag, Seen seen) {
        return new Sessions(new Offer(endToEnd, tag, seen, first(open, REMEMBERED - 1)));
    }

    private static @Nullable Offer first(@Nullable Offer from, int count) {
        if (from == null || count == 0) {
            return null;
        }
        Offer rest = first(from.before(), count - 1);
        return new Offer(from.endToEnd(), from.tag(), from.seen(), rest);
    }

    Sessions without(int endToEnd) {
        return of(endToEnd) == null ? this : new Sessions(dropping(open, endToEnd));
    }

    private static @Nullable Offer dropping(@Nullable Offer from, int endToEnd) {
        if (from == null) {
            return null;
        }
        Offer rest = dropping(from.before(), endToEnd);
        return from.endToEnd() == endToEnd
                ? rest
                : new Offer(from.endToEnd(), from.tag(), from.seen(), rest);
    }
}
