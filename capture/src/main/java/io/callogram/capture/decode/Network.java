package io.callogram.capture.decode;

import io.callogram.capture.packet.Bytes;
import io.callogram.capture.packet.Reason;

/// IPv4 (RFC 791) and IPv6 with its extension headers (RFC 8200).
final class Network {

    private static final int MORE_FRAGMENTS = 0x2000;

    private Network() {}

    static Layer byVersion(Decoded d) {
        if (d.left() < 1) {
            return d.refuse(Reason.CUT_HEADER);
        }
        return switch (d.bytes[d.at] >> 4 & 15) {
            case 4 -> Layer.IPV4;
            case 6 -> Layer.IPV6;
            default -> d.refuse(Reason.BAD_IP_HEADER);
        };
    }

    static Layer v4(Decoded d) {
        byte[] b = d.bytes;
        int start = d.at;
        if (d.left() < 20) {
            return d.refuse(Reason.CUT_HEADER);
        }
        int header = (b[start] & 15) << 2;
        // Segmentation offload leaves the length zero; then everything belongs to the packet.
        int declared = Bytes.u16(b, start + 2);
        int total = declared == 0 ? d.left() + d.cut : declared;
        if (b[start] >> 4 != 4 || header < 20 || total < header) {
            return d.refuse(Reason.BAD_IP_HEADER);
        }
        if (++d.packetsInPackets > Decoder.MAX_NESTING) {
            return d.refuse(Reason.NESTED_TOO_DEEP);
        }
        d.narrow(start, total);
        if (d.left() < header) {
            return d.refuse(Reason.CUT_HEADER);
        }
        d.v6 = false;
        d.sourceHigh = 0;
        d.destinationHigh = 0;
        d.sourceLow = Bytes.u32(b, start + 12);
        d.destinationLow = Bytes.u32(b, start + 16);
        d.at = start + header;
        int fragment = Bytes.u16(b, start + 6);
        int protocol = Bytes.u8(b, start + 9);
        if ((fragment & 0x3fff) != 0) {
            d.fragmentId = Bytes.u16(b, start + 4);
            return fragment(
                    (fragment & 0x1fff) << 3, (fragment & MORE_FRAGMENTS) != 0, protocol, d);
        }
        return next(protocol, d);
    }

    static Layer v6(Decoded d) {
        byte[] b = d.bytes;
        int start = d.at;
        if (d.left() < 40) {
            return d.refuse(Reason.CUT_HEADER);
        }
        if ((b[start] >> 4 & 15) != 6) {
            return d.refuse(Reason.BAD_IP_HEADER);
        }
        if (++d.packetsInPackets > Decoder.MAX_NESTING) {
            return d.refuse(Reason.NESTED_TOO_DEEP);
        }
        int payload = Bytes.u16(b, start + 4);
        if (payload > 0) {
            d.narrow(start, 40 + payload);
        }
        d.v6 = true;
        d.sourceHigh = Bytes.i64(b, start + 8);
        d.sourceLow = Bytes.i64(b, start + 16);
        d.destinationHigh = Bytes.i64(b, start + 24);
        d.destinationLow = Bytes.i64(b, start + 32);
        d.extensions = 0;
        d.at = start + 40;
        return next(Bytes.u8(b, start + 6), d);
    }

    /// What follows an IP header with this protocol or next-header number.
    static Layer next(int protocol, Decoded d) {
        d.protocol = protocol;
        return switch (protocol) {
            case 17 -> Layer.UDP;
            case 6 -> Layer.TCP;
            case 132 -> Layer.SCTP;
            case 0, 43, 44, 60, 135, 139, 140 ->
                    d.v6 ? Layer.IPV6_EXTENSION : d.other(Reason.OTHER_IP_PROTOCOL);
            case 4 -> Layer.IPV4;
            case 41 -> Layer.IPV6;
            case 47 -> Layer.GRE;
            case 137 -> Layer.MPLS;
            case 51 -> Layer.AUTHENTICATION;
            case 50 -> d.other(Reason.ESP);
            case 1, 2, 58 -> d.other(Reason.ICMP);
            default -> d.other(Reason.OTHER_IP_PROTOCOL);
        };
    }

    static Layer extension(Decoded d) {
        if (++d.extensions > Decoder.MAX_EXTENSIONS) {
            return d.refuse(Reason.EXTENSION_CHAIN_TOO_LONG);
        }
        if (d.left() < 8) {
            return d.refuse(Reason.CUT_HEADER);
        }
        int next = Bytes.u8(d.bytes, d.at);
        if (d.protocol == 44) {
            int word = Bytes.u16(d.bytes, d.at + 2);
            d.fragmentId = Bytes.i32(d.bytes, d.at + 4);
            d.at += 8;
            // RFC 6946: a fragment that is the whole datagram is no fragment.
            return (word & 0xfff9) == 0
                    ? next(next, d)
                    : fragment(word & 0xfff8, (word & 1) != 0, next, d);
        }
        return skip((Bytes.u8(d.bytes, d.at + 1) + 1) << 3, next, d);
    }

    /// RFC 4302: the length counts 4-byte words, minus two.
    static Layer authentication(Decoded d) {
        if (++d.extensions > Decoder.MAX_EXTENSIONS) {
            return d.refuse(Reason.EXTENSION_CHAIN_TOO_LONG);
        }
        if (d.left() < 12) {
            return d.refuse(Reason.CUT_HEADER);
        }
        return skip((Bytes.u8(d.bytes, d.at + 1) + 2) << 2, Bytes.u8(d.bytes, d.at), d);
    }

    private static Layer skip(int length, int next, Decoded d) {
        if (length > d.left()) {
            return d.refuse(Reason.CUT_HEADER);
        }
        d.at += length;
        return next(next, d);
    }

    private static Layer fragment(int offset, boolean more, int protocol, Decoded d) {
        int wire = d.left() + d.cut;
        if (wire == 0 || offset + wire > 65_535 + 8 || (more && (wire & 7) != 0)) {
            return d.refuse(Reason.FRAGMENT_IMPOSSIBLE);
        }
        d.fragmentOffset = offset;
        d.moreFragments = more;
        d.protocol = protocol;
        return d.is(Decoded.Kind.FRAGMENT);
    }
}
