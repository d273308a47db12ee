package io.callogram.analyzer.log;

import java.time.Instant;

/// An entry of the journal.
///
/// @param number from 1, without gaps unless something was lost
public record Recorded(long number, Instant at, Entry entry) {}
