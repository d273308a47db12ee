package io.callogram.analyzer.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Legs that are one call, in order of first message.
///
/// @param links for each leg why it is here, null for the first; `Link.toLeg` counts from 1
public record Cluster(List<LegFold> legs, List<@Nullable Link> links) {}
