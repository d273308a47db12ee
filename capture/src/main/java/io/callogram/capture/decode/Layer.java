package io.callogram.capture.decode;

/// What a run of bytes in a packet is; the decoder walks from one to the next.
public enum Layer {
    ETHERNET("Ethernet"),
    VLAN("802.1Q VLAN"),
    LINUX_SLL("Linux cooked capture"),
    LINUX_SLL2("Linux cooked capture v2"),
    NULL_LOOPBACK("BSD loopback"),
    RADIOTAP("Radiotap"),
    WLAN("IEEE 802.11"),
    PPP("PPP"),
    PPPOE("PPPoE session"),
    CISCO_HDLC("Cisco HDLC"),
    MPLS("MPLS"),
    RAW_IP("Raw IP"),
    IPV4("IPv4"),
    IPV6("IPv6"),
    IPV6_EXTENSION("IPv6 extension"),
    AUTHENTICATION("IP authentication"),
    GRE("GRE"),
    UDP("UDP"),
    TCP("TCP"),
    SCTP("SCTP"),
    VXLAN("VXLAN"),
    GTP_U("GTP-U"),
    HEP2("HEP version 2"),
    HEP3("HEP version 3"),
    /// The end of the walk.
    PAYLOAD("Payload");

    private final String title;

    Layer(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
