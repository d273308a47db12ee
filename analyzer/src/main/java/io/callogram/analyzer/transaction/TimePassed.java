package io.callogram.analyzer.transaction;

/// Capture time moved on without a message: timers may have fired.
public record TimePassed(long time) implements Observation {}
