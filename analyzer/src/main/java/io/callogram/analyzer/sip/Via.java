package io.callogram.analyzer.sip;

/// What one Via line says (RFC 3261 §20.42): its first value, and how the last one would be known.
///
/// @param branch hash of the first value's branch, 0 without one
/// @param magic that branch begins with `z9hG4bK`
/// @param sentBy hash of the first value's sent-by with its port made explicit, 0 when unreadable
/// @param count how many values
/// @param last hash of the last value's branch and sent-by
record Via(long branch, boolean magic, long sentBy, int count, long last) {}
