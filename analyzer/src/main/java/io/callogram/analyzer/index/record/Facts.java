package io.callogram.analyzer.index.record;

import io.callogram.capture.packet.IpAddress;
import java.util.List;

/// What a call is found by, beyond what its row shows. Every list is without repetition.
///
/// @param from From parties of its legs
/// @param to To parties of its legs
/// @param numbers normalised digits of every party any message names
/// @param methods request methods, as RFC 3261 §7.1 writes them
/// @param codes status codes of its responses, ascending
/// @param agents User-Agent and Server values
/// @param addresses of every endpoint, signalling and media
/// @param ports of every endpoint, signalling and media
public record Facts(
        List<Party> from,
        List<Party> to,
        List<String> numbers,
        List<String> methods,
        List<Integer> codes,
        List<String> agents,
        List<IpAddress> addresses,
        List<Integer> ports) {}
