package io.callogram.samples.sip;

import java.util.List;

/// The headers that routing reads: Max-Forwards (none when 0), Route and Record-Route values,
/// topmost first.
public record Routing(int maxForwards, List<String> routes, List<String> recordRoutes) {
    public static final Routing NONE = new Routing(0, List.of(), List.of());
}
