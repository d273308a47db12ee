package io.callogram.analyzer.call;

import java.util.List;

/// Why a leg belongs to the call.
///
/// @param kind slug: `replaces`, `join`, `target-dialog`, `consult`, `refer`, `session-id`,
///   `charging-vector`, `call-id`, `header`, `hep-correlation`, `scored`, `same-user` …
/// @param toLeg number of the earlier leg it is joined to
/// @param grounds what proves it
/// @param score 100 for an explicit link
public record Link(String kind, int toLeg, List<Ground> grounds, int score) {}
