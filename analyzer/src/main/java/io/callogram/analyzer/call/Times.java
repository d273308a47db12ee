package io.callogram.analyzer.call;

/// Times of a call in nanoseconds; -1 for what did not happen or was not seen.
///
/// @param start first message
/// @param end last message
/// @param postDialDelay first INVITE to the first alerting response
/// @param ring alerting to final response, or to the CANCEL of whoever waited
/// @param talk answer to release (to the last message while it lasts)
public record Times(long start, long end, long postDialDelay, long ring, long talk) {}
