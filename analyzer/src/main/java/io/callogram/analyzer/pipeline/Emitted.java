package io.callogram.analyzer.pipeline;

/// A call that was handed on: enough to take it back and fold it again when one of its groups wakes.
///
/// @param id of the call
/// @param places where its messages stand, packed
record Emitted(String id, byte[] places) {}
