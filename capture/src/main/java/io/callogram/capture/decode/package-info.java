/// From a captured packet down to what its transport carried: link layers, IPv4 (RFC 791), IPv6
/// (RFC 8200), UDP, TCP, SCTP and the tunnels between them. Stateless and bounded: every length is
/// checked against what was captured, every chain has a limit, and nothing is allocated per packet.
/// Knows no SIP beyond its start line.
@NullMarked
package io.callogram.capture.decode;

import org.jspecify.annotations.NullMarked;
