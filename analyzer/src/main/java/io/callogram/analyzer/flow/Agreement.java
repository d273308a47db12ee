package io.callogram.analyzer.flow;

import io.callogram.analyzer.sdp.SessionDescription;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one offer with its answer settled in one dialog (RFC 3264).
///
/// @param dialog number of the dialog
/// @param request whose exchange it was: INVITE, UPDATE or PRACK
/// @param offer number of the message with the offer
/// @param answer number of the message with the answer
/// @param byCaller the caller's side offered
/// @param caller what the caller's side described
/// @param callee what the callee's side described
/// @param confirmed the dialog was confirmed before the request was sent
/// @param heldByCaller afterwards, the caller holds the callee
/// @param heldByCallee afterwards, the callee holds the caller
/// @param before what was agreed before; null for the first
/// @param change what it changed
/// @param changes the same in detail: `add-media`, `address`, `codec`, `direction`, `ice`,
///   `remove-media`, `security`, `silence-suppression`, `target`, `video-added`, `video-paused`,
///   `video-removed`
public record Agreement(
        int dialog,
        Request request,
        int offer,
        int answer,
        boolean byCaller,
        SessionDescription caller,
        SessionDescription callee,
        boolean confirmed,
        boolean heldByCaller,
        boolean heldByCallee,
        @Nullable Agreement before,
        Change change,
        Set<String> changes) {

    /// What an exchange does to a session. One exchange does one thing.
    public enum Change {
        /// It makes the session, or works on it before the answer.
        SET_UP,
        /// A side stops hearing the other (RFC 3264 §8.4).
        HOLD,
        /// A side that held the other hears it again.
        RESUME,
        /// Speech becomes fax, or fax speech.
        FAX,
        /// Nothing: both sides say what they said before (RFC 4028 §7.4).
        REFRESH,
        /// Anything else: codecs, streams, addresses, directions.
        MODIFY
    }

    public boolean isHeld() {
        return heldByCaller || heldByCallee;
    }
}
