/// Packets and capture files, written: Ethernet, IPv4 (RFC 791), IPv6 (RFC 8200), UDP, TCP (RFC
/// 9293), pcap and pcapng. Knows nothing of SIP; what it is given is a payload with two endpoints
/// and a time.
@NullMarked
package io.callogram.samples.wire;

import org.jspecify.annotations.NullMarked;
