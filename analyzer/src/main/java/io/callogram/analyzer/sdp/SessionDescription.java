package io.callogram.analyzer.sdp;

import java.util.List;

/// A session description (RFC 8866). The session is named by its origin, not by `s=`.
///
/// @param origin user, session id, network and address of `o=`: the session's identity
/// @param version session version of `o=`, or -1
/// @param content hash over everything that negotiation may change (all but the version and `s=`)
/// @param media in order
/// @param complete false when the body was cut, so that nothing may be concluded from what is
///   missing
public record SessionDescription(
        String origin, long version, long content, List<Media> media, boolean complete) {}
