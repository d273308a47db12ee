package io.callogram.analyzer.flow.hint;

import java.util.List;
import java.util.Map;

/// One diagnostic of a call.
///
/// @param evidence numbers of the messages that show it, rising
/// @param values what its sentence mentions: placeholder to value
public record Hint(HintKind kind, List<Integer> evidence, Map<String, String> values) {}
