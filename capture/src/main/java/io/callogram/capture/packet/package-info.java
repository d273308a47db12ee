/// What was captured, as values: addresses, packets in blocks, and the application payloads cut out
/// of them. Knows no file format and no protocol above the transport.
@NullMarked
package io.callogram.capture.packet;

import org.jspecify.annotations.NullMarked;
