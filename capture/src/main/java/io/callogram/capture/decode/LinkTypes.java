package io.callogram.capture.decode;

import io.callogram.capture.packet.Reason;

/// LINKTYPE_… numbers as the registry of the pcap formats gives them.
public final class LinkTypes {

    public static final int NULL = 0;
    public static final int ETHERNET = 1;
    public static final int PPP = 9;
    public static final int RAW = 101;
    public static final int LINUX_SLL = 113;
    public static final int LINUX_SLL2 = 276;

    private static final int RAW_BSD = 12;
    private static final int RAW_OPENBSD = 14;
    private static final int PPP_SERIAL = 50;
    private static final int PPP_ETHER = 51;
    private static final int CISCO_HDLC = 104;
    private static final int WLAN = 105;
    private static final int LOOP = 108;
    private static final int WLAN_RADIOTAP = 127;
    private static final int PPP_WITH_DIRECTION = 204;
    private static final int IPV4 = 228;
    private static final int IPV6 = 229;

    private LinkTypes() {}

    static Layer first(int link, Decoded into) {
        return switch (link) {
            case ETHERNET -> Layer.ETHERNET;
            case LINUX_SLL -> Layer.LINUX_SLL;
            case LINUX_SLL2 -> Layer.LINUX_SLL2;
            case RAW, RAW_BSD, RAW_OPENBSD, IPV4, IPV6 -> Layer.RAW_IP;
            case NULL, LOOP -> Layer.NULL_LOOPBACK;
            case PPP, PPP_SERIAL, PPP_WITH_DIRECTION -> Layer.PPP;
            case PPP_ETHER -> Layer.PPPOE;
            case CISCO_HDLC -> Layer.CISCO_HDLC;
            case WLAN -> Layer.WLAN;
            case WLAN_RADIOTAP -> Layer.RADIOTAP;
            default -> into.refuse(Reason.UNKNOWN_LINK_TYPE);
        };
    }
}
