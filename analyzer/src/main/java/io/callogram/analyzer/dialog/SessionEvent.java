package io.callogram.analyzer.dialog;

import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.transaction.Derived;
import io.callogram.analyzer.transaction.Seen;

/// What offers and answers agree on (RFC 3264, RFC 6337), per dialog.
public sealed interface SessionEvent extends Derived {

    /// @param endToEnd request that carries the offer, or whose response does
    /// @param tag tag of the side that offers
    record OfferMade(Seen cause, int endToEnd, long tag) implements SessionEvent {}

    record SessionAgreed(
            Seen cause,
            int dialog,
            int endToEnd,
            SessionDescription caller,
            SessionDescription callee)
            implements SessionEvent {}

    /// A failure response leaves the session as it was (RFC 3261 §14.1).
    record OfferRefused(Seen cause, int endToEnd) implements SessionEvent {}
}
