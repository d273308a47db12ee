package io.callogram.analyzer.call;

import io.callogram.capture.packet.Endpoint;
import java.util.List;

/// One participant: the endpoints that are shown to be one user agent or server.
///
/// @param name friendly name: number or user of the AoR, else `UA 1`, `Proxy` …
/// @param role `ua`, `proxy`, `b2bua`, `registrar`, `redirect`, `media`, `unknown`
/// @param endpoints every address and port it used, in order of first use
public record Node(String name, String role, List<Endpoint> endpoints) {}
