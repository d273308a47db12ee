package io.callogram.analyzer.flow;

/// One message that proves a flow.
///
/// @param message its number in the call
/// @param reason slug of what it shows: `diversion-user-busy`, `hold-offer` …
public record Proof(int message, String reason) {}
