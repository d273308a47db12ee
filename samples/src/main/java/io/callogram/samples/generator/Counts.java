package io.callogram.samples.generator;

/// What was written: entries of the truth, SIP messages without capture duplicates, packets and
/// their bytes.
public record Counts(long calls, long messages, long packets, long bytes) {}
