package io.callogram.analyzer.pipeline;

import java.util.List;

/// Calls that were handed on together: enough to take them back and fold them again when one of
/// their groups wakes.
///
/// @param ids of the calls
/// @param groups keys of their groups, and of the pairs of hosts whose keep-alives they are
/// @param places where their messages stand, packed
/// @param messages how many
record Emitted(List<String> ids, long[] groups, byte[] places, int messages) {}
