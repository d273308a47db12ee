package io.callogram.capture.decode;

import io.callogram.capture.packet.Bytes;
import io.callogram.capture.packet.Reason;

/// GRE (RFC 2784, RFC 2890, RFC 2637), VXLAN (RFC 7348) and GTP-U (3GPP TS 29.281).
final class Tunnels {

    private static final int G_PDU = 255;

    private Tunnels() {}

    static Layer gre(Decoded d) {
        if (d.left() < 4) {
            return d.refuse(Reason.CUT_HEADER);
        }
        int flags = Bytes.u16(d.bytes, d.at);
        int type = Bytes.u16(d.bytes, d.at + 2);
        int length = 4;
        length += (flags & 0xc000) != 0 ? 4 : 0;
        length += (flags & 0x2000) != 0 ? 4 : 0;
        length += (flags & 0x1000) != 0 ? 4 : 0;
        length += (flags & 0x0080) != 0 ? 4 : 0;
        if ((flags & 0x4000) != 0 || length > d.left()) {
            return d.refuse(Reason.CUT_HEADER);
        }
        d.at += length;
        return switch (type) {
            case 0x6558 -> Layer.ETHERNET;
            // ERSPAN: type II has its own header exactly when a sequence number is there.
            case 0x88be -> erspan((flags & 0x1000) != 0 ? 8 : 0, d);
            case 0x22eb -> erspan(12, d);
            default -> LinkLayers.etherType(type, d);
        };
    }

    static boolean looksLikeVxlan(Decoded d) {
        return d.left() >= 8 + 14 && (d.bytes[d.at] & 0xf7) == 0 && (d.bytes[d.at] & 8) != 0;
    }

    static Layer vxlan(Decoded d) {
        d.at += 8;
        return Layer.ETHERNET;
    }

    static boolean looksLikeGtp(Decoded d) {
        return d.left() >= 12
                && (d.bytes[d.at] & 0xf0) == 0x30
                && Bytes.u8(d.bytes, d.at + 1) == G_PDU;
    }

    static Layer gtp(Decoded d) {
        boolean optional = (d.bytes[d.at] & 7) != 0;
        boolean extended = (d.bytes[d.at] & 4) != 0;
        d.narrow(d.at, 8 + Bytes.u16(d.bytes, d.at + 2));
        int at = d.at + (optional ? 12 : 8);
        if (at >= d.end) {
            return d.other(Reason.OTHER_UDP);
        }
        int next = extended ? Bytes.u8(d.bytes, at - 1) : 0;
        for (int i = 0; next != 0 && i < Decoder.MAX_EXTENSIONS; i++) {
            int length = at < d.end ? Bytes.u8(d.bytes, at) << 2 : 0;
            if (length == 0 || at + length >= d.end) {
                return d.refuse(Reason.CUT_HEADER);
            }
            at += length;
            next = Bytes.u8(d.bytes, at - 1);
        }
        if (next != 0) {
            return d.refuse(Reason.EXTENSION_CHAIN_TOO_LONG);
        }
        d.at = at;
        return switch (d.bytes[at] >> 4 & 15) {
            case 4 -> Layer.IPV4;
            case 6 -> Layer.IPV6;
            default -> d.other(Reason.OTHER_UDP);
        };
    }

    private static Layer erspan(int header, Decoded d) {
        if (d.left() < header) {
            return d.refuse(Reason.CUT_HEADER);
        }
        d.at += header;
        return Layer.ETHERNET;
    }
}
