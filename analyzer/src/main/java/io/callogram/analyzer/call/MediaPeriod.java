package io.callogram.analyzer.call;

/// What offer and answer had agreed on for the audio of one dialog during one stretch of time.
///
/// @param dialog number of the dialog
/// @param after number of the message that brought it about
/// @param fromNode index of the caller's node
/// @param toNode index of the callee's node
/// @param codec first audio codec that both sides named, or empty
/// @param start nanoseconds since 1970
/// @param end when it changed or the dialog ended; the last message while it lasts
public record MediaPeriod(
        int dialog,
        int after,
        int fromNode,
        int toNode,
        Kind kind,
        String codec,
        long start,
        long end,
        Directions directions) {

    public enum Kind {
        EARLY,
        TALK,
        /// One side refuses to receive what it received before (RFC 3264 §8.4).
        HOLD
    }

    /// Which way media may go, `FORWARD` being from the caller to the callee.
    public enum Directions {
        BOTH,
        FORWARD,
        BACKWARD,
        NONE
    }
}
