package io.callogram.capture.decode;

/// Which fields of which header are worth showing.
final class LayerFields {

    private static final String[] TCP_FLAGS = {
        "FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"
    };

    private LayerFields() {}

    static void describe(Layer layer, HeaderText header) {
        switch (layer) {
            case ETHERNET -> ethernet(header);
            case VLAN -> vlan(header);
            case LINUX_SLL -> {
                header.decimal16("Packet type", 0);
                header.mac("Source", 6);
                header.hex16("Protocol", 14);
            }
            case LINUX_SLL2 -> {
                header.hex16("Protocol", 0);
                header.decimal32("Interface", 4);
                header.mac("Source", 12);
            }
            case IPV4 -> ipv4(header);
            case IPV6 -> ipv6(header);
            case IPV6_EXTENSION, AUTHENTICATION -> header.decimal8("Next header", 0);
            case MPLS ->
                    header.text(
                            "Label", 0, Integer.toString(header.u16(0) << 4 | header.u8(2) >> 4));
            case PPPOE -> header.hex16("Session", 2);
            case GRE -> {
                header.hex16("Flags", 0);
                header.hex16("Protocol", 2);
            }
            case UDP -> {
                ports(header);
                header.decimal16("Length", 4);
                header.hex16("Checksum", 6);
            }
            case TCP -> tcp(header);
            case SCTP -> {
                ports(header);
                header.hex32("Verification tag", 4);
            }
            case VXLAN ->
                    header.text("Network", 4, Integer.toString(header.u16(4) << 8 | header.u8(6)));
            case GTP_U -> {
                header.decimal8("Message type", 1);
                header.hex32("Tunnel", 4);
            }
            case HEP2 -> HepFields.version2(header);
            case HEP3 -> HepFields.version3(header);
            case WLAN -> header.hex16("Frame control", 0);
            case NULL_LOOPBACK, RADIOTAP, PPP, CISCO_HDLC, RAW_IP, PAYLOAD -> {
                // Nothing in these headers tells a reader more than their name.
            }
        }
    }

    private static void ethernet(HeaderText header) {
        header.mac("Destination", 0);
        header.mac("Source", 6);
        header.hex16("Type", 12);
    }

    private static void vlan(HeaderText header) {
        header.text("Id", 0, Integer.toString(header.u16(0) & 0xfff));
        header.text("Priority", 0, Integer.toString(header.u16(0) >> 13));
        header.hex16("Type", 2);
    }

    private static void ipv4(HeaderText header) {
        header.v4("Source", 12);
        header.v4("Destination", 16);
        header.decimal16("Total length", 2);
        header.decimal8("Time to live", 8);
        header.decimal8("Protocol", 9);
        header.text("DSCP", 1, Integer.toString(header.u8(1) >> 2));
        header.hex16("Identification", 4);
        int fragment = header.u16(6);
        if ((fragment & 0x3fff) != 0) {
            String more = (fragment & 0x2000) != 0 ? ", more follow" : ", the last";
            header.text("Fragment", 6, "at " + ((fragment & 0x1fff) << 3) + more);
        }
    }

    private static void ipv6(HeaderText header) {
        header.v6("Source", 8);
        header.v6("Destination", 24);
        header.decimal16("Payload length", 4);
        header.decimal8("Next header", 6);
        header.decimal8("Hop limit", 7);
    }

    private static void tcp(HeaderText header) {
        ports(header);
        header.decimal32("Sequence", 4);
        header.decimal32("Acknowledgment", 8);
        StringBuilder flags = new StringBuilder();
        for (int i = 0; i < TCP_FLAGS.length; i++) {
            if ((header.u8(13) >> i & 1) == 1) {
                flags.append(flags.isEmpty() ? "" : " ").append(TCP_FLAGS[i]);
            }
        }
        header.text("Flags", 13, flags.toString());
        header.decimal16("Window", 14);
    }

    private static void ports(HeaderText header) {
        header.decimal16("Source port", 0);
        header.decimal16("Destination port", 2);
    }
}
