package io.callogram.analyzer.call;

/// Why a leg belongs to the call.
///
/// @param kind slug: `replaces`, `join`, `target-dialog`, `consult`, `refer`, `session-id`,
///   `charging-vector`, `call-id`, `header`, `hep-correlation`, `scored`, `same-user` …
/// @param toLeg number of the earlier leg it is joined to
/// @param reason one sentence with the values that prove it
/// @param score 100 for an explicit link
public record Link(String kind, int toLeg, String reason, int score) {}
