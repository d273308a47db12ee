package io.callogram.analyzer.call;

import io.callogram.capture.packet.Endpoint;

/// One RTP or RTCP stream matched to an endpoint that the call negotiated.
///
/// @param dialog number of the dialog whose session description names the endpoint
/// @param packets packets counted
public record MediaStream(
        Endpoint from,
        Endpoint to,
        long ssrc,
        int payloadType,
        boolean rtcp,
        long packets,
        long first,
        long last,
        int dialog) {}
