package io.callogram.analyzer.sdp;

import io.callogram.capture.packet.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One media description (RFC 8866 §5.14).
///
/// @param kind `audio`, `video`, `image` …
/// @param proto `RTP/AVP`, `udptl` …
/// @param port 0 means rejected or removed
/// @param rtcpPort `a=rtcp`, or port + 1; port itself with `a=rtcp-mux`
/// @param connection effective connection address as written (media `c=` over session `c=`)
/// @param address the same as an address, or null when it is a name or unreadable
/// @param direction effective direction (media attribute over session attribute)
/// @param explicit the direction was written
/// @param codecs encoding names in order of preference, `telephone-event` among them
/// @param payloadTypes the formats of the m-line, as written
/// @param crypto `a=crypto`, `a=fingerprint` or a SAVP profile
/// @param bandwidth `b=AS:` in kbit/s, or -1
/// @param silence what `a=silenceSupp` says first (RFC 3108): `on`, `off`, or empty
/// @param ice the `a=ice-ufrag` in effect, which changes with a restart (RFC 8839 §4.4.1), or empty
public record Media(
        String kind,
        String proto,
        int port,
        int rtcpPort,
        String connection,
        @Nullable IpAddress address,
        Direction direction,
        boolean explicit,
        List<String> codecs,
        List<String> payloadTypes,
        boolean crypto,
        int bandwidth,
        String silence,
        String ice) {}
