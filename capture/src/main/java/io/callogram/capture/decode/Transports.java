package io.callogram.capture.decode;

import io.callogram.capture.packet.Bytes;
import io.callogram.capture.packet.Reason;

/// UDP (RFC 768), TCP (RFC 9293) and SCTP (RFC 9260) headers.
final class Transports {

    private static final int VXLAN_PORT = 4789;
    private static final int VXLAN_PORT_LINUX = 8472;
    private static final int GTP_PORT = 2152;

    private Transports() {}

    static Layer udp(Decoded d) {
        int start = d.at;
        if (d.left() < 8) {
            return d.refuse(Reason.CUT_HEADER);
        }
        int length = Bytes.u16(d.bytes, start + 4);
        ports(d);
        d.at = start + 8;
        if (length >= 8) {
            d.narrow(start, length);
        } else if (length > 0) {
            return d.refuse(Reason.BAD_UDP_HEADER);
        }
        int port = d.destinationPort;
        if (port == VXLAN_PORT || port == VXLAN_PORT_LINUX) {
            return Tunnels.looksLikeVxlan(d) ? Layer.VXLAN : d.is(Decoded.Kind.UDP);
        }
        if (port == GTP_PORT || d.sourcePort == GTP_PORT) {
            return Tunnels.looksLikeGtp(d) ? Layer.GTP_U : d.is(Decoded.Kind.UDP);
        }
        if (Hep.looksLikeVersion3(d)) {
            return Layer.HEP3;
        }
        return Hep.looksLikeVersion2(d) ? Layer.HEP2 : d.is(Decoded.Kind.UDP);
    }

    static Layer tcp(Decoded d) {
        int start = d.at;
        if (d.left() < 20) {
            return d.refuse(Reason.CUT_HEADER);
        }
        int header = (d.bytes[start + 12] >> 4 & 15) << 2;
        if (header < 20) {
            return d.refuse(Reason.BAD_TCP_HEADER);
        }
        if (header > d.left()) {
            return d.refuse(d.cut > 0 ? Reason.CUT_HEADER : Reason.BAD_TCP_HEADER);
        }
        ports(d);
        d.sequence = Bytes.i32(d.bytes, start + 4);
        d.acknowledgement = Bytes.i32(d.bytes, start + 8);
        d.flags = d.bytes[start + 13];
        d.at = start + header;
        return d.is(Decoded.Kind.TCP);
    }

    static Layer sctp(Decoded d) {
        if (d.left() < 12) {
            return d.refuse(Reason.CUT_HEADER);
        }
        ports(d);
        d.at += 12;
        return d.is(Decoded.Kind.SCTP);
    }

    private static void ports(Decoded d) {
        int ports = Bytes.i32(d.bytes, d.at);
        d.sourcePort = ports >>> 16;
        d.destinationPort = ports & 0xffff;
    }
}
