/// RTP and RTCP (RFC 3550) counted per stream, so that packets can be accounted for and matched to
/// the endpoints that a session description negotiated. Says nothing about quality.
@NullMarked
package io.callogram.analyzer.media;

import org.jspecify.annotations.NullMarked;
