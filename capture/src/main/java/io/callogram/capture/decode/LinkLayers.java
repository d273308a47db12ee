package io.callogram.capture.decode;

import io.callogram.capture.packet.Bytes;
import io.callogram.capture.packet.Reason;

/// Layers below IP that end in an EtherType or a PPP protocol number.
final class LinkLayers {

    private static final int MPLS_BOTTOM = 0x100;

    private LinkLayers() {}

    static Layer ethernet(Decoded d) {
        if (d.left() < 14) {
            return d.refuse(Reason.CUT_HEADER);
        }
        int type = Bytes.u16(d.bytes, d.at + 12);
        d.at += 14;
        return type < 0x600 ? llc(d) : etherType(type, d);
    }

    static Layer etherType(int type, Decoded d) {
        return switch (type) {
            case 0x0800 -> Layer.IPV4;
            case 0x86dd -> Layer.IPV6;
            case 0x8100, 0x88a8, 0x9100, 0x9200 -> Layer.VLAN;
            case 0x8847, 0x8848 -> Layer.MPLS;
            case 0x8864 -> Layer.PPPOE;
            case 0x880b -> Layer.PPP;
            case 0x0806 -> d.other(Reason.ARP);
            case 0x8863, 0x888e, 0x88cc, 0x8809 -> d.other(Reason.LINK_CONTROL);
            default -> d.other(Reason.OTHER_ETHERTYPE);
        };
    }

    /// IEEE 802.2: only SNAP with an EtherType can carry IP; the rest is spanning tree and its kin.
    static Layer llc(Decoded d) {
        if (d.left() < 8) {
            return d.other(Reason.LINK_CONTROL);
        }
        if (Bytes.u16(d.bytes, d.at) != 0xaaaa || Bytes.i32(d.bytes, d.at + 2) >>> 8 != 0x030000) {
            return d.other(Reason.LINK_CONTROL);
        }
        d.at += 8;
        return etherType(Bytes.u16(d.bytes, d.at - 2), d);
    }

    static Layer vlan(Decoded d) {
        if (d.left() < 4) {
            return d.refuse(Reason.CUT_HEADER);
        }
        int type = Bytes.u16(d.bytes, d.at + 2);
        d.at += 4;
        return type < 0x600 ? llc(d) : etherType(type, d);
    }

    static Layer sll(Decoded d) {
        if (d.left() < 16) {
            return d.refuse(Reason.CUT_HEADER);
        }
        int type = Bytes.u16(d.bytes, d.at + 14);
        d.at += 16;
        return type == 4 ? llc(d) : etherType(type, d);
    }

    static Layer sll2(Decoded d) {
        if (d.left() < 20) {
            return d.refuse(Reason.CUT_HEADER);
        }
        int type = Bytes.u16(d.bytes, d.at);
        d.at += 20;
        return type == 4 ? llc(d) : etherType(type, d);
    }

    /// The address family stands in the byte order of the machine that captured; AF_INET6 has a
    /// different number on each BSD.
    static Layer loopback(Decoded d) {
        if (d.left() < 4) {
            return d.refuse(Reason.CUT_HEADER);
        }
        int family = Bytes.i32(d.bytes, d.at);
        if ((family & 0xffff) == 0) {
            family = Integer.reverseBytes(family);
        }
        d.at += 4;
        return switch (family) {
            case 2 -> Layer.IPV4;
            case 10, 24, 28, 30 -> Layer.IPV6;
            default -> d.other(Reason.OTHER_ETHERTYPE);
        };
    }

    static Layer ppp(Decoded d) {
        if (d.left() >= 3 && d.bytes[d.at] <= 1 && d.bytes[d.at] >= 0 && d.bytes[d.at + 1] == -1) {
            d.at += 1;
        }
        if (d.left() >= 2 && Bytes.u16(d.bytes, d.at) == 0xff03) {
            d.at += 2;
        }
        return pppProtocol(d);
    }

    static Layer pppoe(Decoded d) {
        if (d.left() < 8) {
            return d.refuse(Reason.CUT_HEADER);
        }
        if (d.bytes[d.at + 1] != 0) {
            return d.other(Reason.LINK_CONTROL);
        }
        d.at += 6;
        return pppProtocol(d);
    }

    static Layer ciscoHdlc(Decoded d) {
        if (d.left() < 4) {
            return d.refuse(Reason.CUT_HEADER);
        }
        d.at += 4;
        return etherType(Bytes.u16(d.bytes, d.at - 2), d);
    }

    /// RFC 3032: nothing says what follows the bottom label, so its first nibble has to.
    static Layer mpls(Decoded d) {
        if (d.left() < 5) {
            return d.refuse(Reason.CUT_HEADER);
        }
        boolean bottom = (Bytes.i32(d.bytes, d.at) & MPLS_BOTTOM) != 0;
        d.at += 4;
        if (!bottom) {
            return Layer.MPLS;
        }
        return switch (d.bytes[d.at] >> 4 & 15) {
            case 4 -> Layer.IPV4;
            case 6 -> Layer.IPV6;
            case 0 -> controlWord(d);
            default -> d.other(Reason.OTHER_ETHERTYPE);
        };
    }

    /// RFC 4448: an Ethernet pseudowire with its control word.
    private static Layer controlWord(Decoded d) {
        d.at += 4;
        return Layer.ETHERNET;
    }

    private static Layer pppProtocol(Decoded d) {
        if (d.left() < 2) {
            return d.refuse(Reason.CUT_HEADER);
        }
        boolean compressed = (d.bytes[d.at] & 1) == 1;
        int protocol = compressed ? Bytes.u8(d.bytes, d.at) : Bytes.u16(d.bytes, d.at);
        d.at += compressed ? 1 : 2;
        return switch (protocol) {
            case 0x21 -> Layer.IPV4;
            case 0x57 -> Layer.IPV6;
            case 0x281, 0x283 -> Layer.MPLS;
            default -> d.other(Reason.LINK_CONTROL);
        };
    }
}
