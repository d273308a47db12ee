package io.callogram.analyzer.pseudonym;

import io.callogram.capture.decode.PayloadKind;
import io.callogram.capture.packet.Transport;
import java.util.Arrays;

/// Rewrites what a datagram carries.
final class Payloads {

    /// RFC 3550 §5.1, without contributing sources.
    private static final int RTP_HEADER = 12;

    private Payloads() {}

    /// @return how many pieces had to be left out
    static int replace(byte[] bytes, int from, int to, Pseudonyms pseudonyms) {
        PayloadKind kind = PayloadKind.of(bytes, from, to - from, true);
        return switch (kind) {
            case SIP -> {
                MessageRewrite messages = new MessageRewrite(bytes, pseudonyms);
                messages.replace(from, to, Transport.UDP);
                yield messages.blotted();
            }
            case KEEP_ALIVE -> 0;
            // What was said is nobody's business; who lost packets is.
            case RTP -> clear(bytes, Math.min(to, from + RTP_HEADER), to, 0);
            case RTCP, STUN, DNS, OTHER -> clear(bytes, from, to, 1);
        };
    }

    private static int clear(byte[] bytes, int from, int to, int leftOut) {
        Arrays.fill(bytes, from, to, (byte) 0);
        return leftOut;
    }
}
