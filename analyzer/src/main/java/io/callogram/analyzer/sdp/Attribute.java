package io.callogram.analyzer.sdp;

import io.callogram.analyzer.sip.Ascii;

/// The attributes of a session description that are read (RFC 8866 §6 and its extensions).
enum Attribute {
    RTPMAP("rtpmap"),
    SENDRECV("sendrecv"),
    SENDONLY("sendonly"),
    RECVONLY("recvonly"),
    INACTIVE("inactive"),
    CRYPTO("crypto"),
    FINGERPRINT("fingerprint"),
    ICE_UFRAG("ice-ufrag"),
    SILENCE_SUPPRESSION("silencesupp"),
    RTCP_MUX("rtcp-mux"),
    RTCP("rtcp"),
    OTHER("");

    private static final Attribute[] ALL = values();

    private final String lower;

    Attribute(String lower) {
        this.lower = lower;
    }

    static Attribute of(byte[] bytes, int from, int to) {
        for (Attribute attribute : ALL) {
            if (Ascii.is(bytes, from, to, attribute.lower)) {
                return attribute;
            }
        }
        return OTHER;
    }
}
