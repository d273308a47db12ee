package io.callogram.capture.packet;

import java.util.Locale;

/// Why a packet carried no SIP: what else it was, or why it was not read further.
public enum Reason {
    ARP,
    DNS,
    EMPTY_UDP,
    ESP,
    HEP_EMPTY,
    ICMP,
    KEEP_ALIVE,
    LINK_CONTROL,
    OTHER_ETHERTYPE,
    OTHER_IP_PROTOCOL,
    OTHER_UDP,
    SCTP,
    STUN,
    TCP_CONTROL,
    TCP_OTHER,
    TCP_UNDECIDED,
    WLAN_PROTECTED,
    FRAGMENT_INCOMPLETE,
    SCTP_INCOMPLETE,
    BAD_IP_HEADER(true),
    BAD_TCP_HEADER(true),
    BAD_UDP_HEADER(true),
    BAD_SCTP_HEADER(true),
    BAD_HEP_HEADER(true),
    BAD_COMPRESSION(true),
    CUT_HEADER(true),
    EXTENSION_CHAIN_TOO_LONG(true),
    FRAGMENT_IMPOSSIBLE(true),
    FRAGMENT_EVICTED(true),
    NESTED_TOO_DEEP(true),
    UNKNOWN_LINK_TYPE(true);

    private final boolean refused;
    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Reason() {
        this(false);
    }

    Reason(boolean refused) {
        this.refused = refused;
    }

    /// True when a limit or damage stopped the reading, false when the packet was simply not SIP.
    public boolean isRefused() {
        return refused;
    }

    /// The stable name in counters.
    public String slug() {
        return slug;
    }
}
