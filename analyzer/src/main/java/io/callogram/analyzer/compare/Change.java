package io.callogram.analyzer.compare;

import org.jspecify.annotations.Nullable;

/// A header field, or the session description, that says something else.
///
/// @param name of the field; `SDP` for the description
/// @param here value in the first call, null when it has none
/// @param there value in the other, null when it has none
public record Change(String name, @Nullable String here, @Nullable String there) {}
