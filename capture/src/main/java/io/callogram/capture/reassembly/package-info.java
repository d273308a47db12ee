/// The serial stage: IP fragments (RFC 791, RFC 8200 §4.5), TCP streams (RFC 9293) with the SIP
/// messages (RFC 3261 §18.3) and WebSocket frames (RFC 6455, RFC 7118) in them, and SCTP chunks
/// (RFC 9260) become payloads, in capture order. Everything held is bounded, every limit that is
/// hit is counted, and the first byte seen wins. Knows nothing of where packets come from.
@NullMarked
package io.callogram.capture.reassembly;

import org.jspecify.annotations.NullMarked;
