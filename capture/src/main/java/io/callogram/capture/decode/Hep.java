package io.callogram.capture.decode;

import io.callogram.capture.packet.Bytes;
import io.callogram.capture.packet.Reason;
import io.callogram.capture.packet.Transport;

/// HEP, in which capture agents send what they saw elsewhere: version 3 is a list of chunks,
/// version 2 (and 1) a fixed header. Read like a tunnel: the addresses inside are those of the
/// conversation, and what follows is its payload.
final class Hep {

    static final int MAGIC = 0x4845_5033;
    static final int HEADER = 6;
    static final int CHUNK_HEADER = 6;

    /// With its header. What is longer identifies nothing.
    private static final int LONGEST_CORRELATION = 256;

    private static final int MAX_VERSION_IN_BINARY = 2;
    private static final int VERSION_2_TIME = 12;
    private static final int INET = 2;
    private static final int INET6 = 10;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int SCTP = 132;

    private static final int V4_SOURCE = 1;
    private static final int V4_DESTINATION = 2;
    private static final int V6_SOURCE = 4;
    private static final int V6_DESTINATION = 8;
    private static final int V4_BOTH = V4_SOURCE | V4_DESTINATION;
    private static final int V6_BOTH = V6_SOURCE | V6_DESTINATION;

    private Hep() {}

    static boolean looksLikeVersion3(Decoded d) {
        return d.left() >= HEADER && Bytes.i32(d.bytes, d.at) == MAGIC;
    }

    /// Version, header length, address family and protocol have to agree: four bytes that other
    /// protocols hardly begin with.
    static boolean looksLikeVersion2(Decoded d) {
        if (d.left() < 8) {
            return false;
        }
        int version = d.bytes[d.at];
        if (version < 1 || version > MAX_VERSION_IN_BINARY) {
            return false;
        }
        int family = d.bytes[d.at + 2];
        int length = family == INET ? 16 : family == INET6 ? 40 : -1;
        int protocol = Bytes.u8(d.bytes, d.at + 3);
        return d.bytes[d.at + 1] == length
                && (protocol == UDP || protocol == TCP || protocol == SCTP);
    }

    static Layer version2(Decoded d) {
        byte[] b = d.bytes;
        int start = d.at;
        int addresses = start + Bytes.u8(b, start + 1);
        int payload = addresses + (b[start] == MAX_VERSION_IN_BINARY ? VERSION_2_TIME : 0);
        if (payload > d.end) {
            return d.refuse(d.cut > 0 ? Reason.CUT_HEADER : Reason.BAD_HEP_HEADER);
        }
        if (b[start + 2] == INET) {
            v4Source(d, start + 8);
            v4Destination(d, start + 12);
        } else {
            v6Source(d, start + 8);
            v6Destination(d, start + 24);
        }
        d.v6 = b[start + 2] == INET6;
        d.transport = transport(Bytes.u8(b, start + 3));
        d.sourcePort = Bytes.u16(b, start + 4);
        d.destinationPort = Bytes.u16(b, start + 6);
        d.at = payload;
        return d.is(Decoded.Kind.UDP);
    }

    static Layer version3(Decoded d) {
        int total = Bytes.u16(d.bytes, d.at + 4);
        if (total < HEADER || total > d.left() + d.cut) {
            return d.refuse(Reason.BAD_HEP_HEADER);
        }
        d.narrow(d.at, total);
        int found = 0;
        int payload = -1;
        int at = d.at + HEADER;
        while (at + CHUNK_HEADER <= d.end) {
            int length = Bytes.u16(d.bytes, at + 4);
            if (length < CHUNK_HEADER || at + length > d.end + d.cut) {
                return d.refuse(Reason.BAD_HEP_HEADER);
            }
            // Chunks of a vendor other than 0 mean what that vendor says.
            HepChunk chunk = HepChunk.of(Bytes.i32(d.bytes, at));
            if (chunk == HepChunk.PAYLOAD || chunk == HepChunk.COMPRESSED_PAYLOAD) {
                payload = at;
            } else if (chunk == HepChunk.CORRELATION) {
                if (length <= LONGEST_CORRELATION && at + length <= d.end) {
                    d.correlated(at + CHUNK_HEADER, length - CHUNK_HEADER);
                }
            } else if (chunk != null) {
                if (length - CHUNK_HEADER < chunk.length()) {
                    return d.refuse(Reason.BAD_HEP_HEADER);
                }
                if (at + CHUNK_HEADER + chunk.length() <= d.end) {
                    found |= take(d, chunk, at + CHUNK_HEADER);
                }
            }
            at += length;
        }
        return payload < 0 ? empty(d) : carried(d, found, payload);
    }

    /// Agents send such to say that they are there.
    private static Layer empty(Decoded d) {
        return d.cut > 0 ? d.refuse(Reason.CUT_HEADER) : d.other(Reason.HEP_EMPTY);
    }

    private static Layer carried(Decoded d, int found, int payload) {
        boolean v6 = (found & V6_BOTH) == V6_BOTH;
        if (!v6 && (found & V4_BOTH) != V4_BOTH) {
            return d.refuse(d.cut > 0 ? Reason.CUT_HEADER : Reason.BAD_HEP_HEADER);
        }
        d.v6 = v6;
        boolean packed = HepChunk.of(Bytes.i32(d.bytes, payload)) == HepChunk.COMPRESSED_PAYLOAD;
        int wireEnd = d.end + d.cut;
        d.at = payload + CHUNK_HEADER;
        int end = payload + Bytes.u16(d.bytes, payload + 4);
        d.end = Math.min(end, d.end);
        d.cut = Math.min(end, wireEnd) - d.end;
        return d.is(packed ? Decoded.Kind.COMPRESSED : Decoded.Kind.UDP);
    }

    private static int take(Decoded d, HepChunk chunk, int at) {
        switch (chunk) {
            case PROTOCOL -> d.transport = transport(Bytes.u8(d.bytes, at));
            case SOURCE_PORT -> d.sourcePort = Bytes.u16(d.bytes, at);
            case DESTINATION_PORT -> d.destinationPort = Bytes.u16(d.bytes, at);
            case V4_SOURCE -> {
                v4Source(d, at);
                return V4_SOURCE;
            }
            case V4_DESTINATION -> {
                v4Destination(d, at);
                return V4_DESTINATION;
            }
            case V6_SOURCE -> {
                v6Source(d, at);
                return V6_SOURCE;
            }
            case V6_DESTINATION -> {
                v6Destination(d, at);
                return V6_DESTINATION;
            }
            case FAMILY,
                    SECONDS,
                    MICROSECONDS,
                    PAYLOAD_TYPE,
                    AGENT,
                    KEEP_ALIVE,
                    KEY,
                    PAYLOAD,
                    COMPRESSED_PAYLOAD,
                    CORRELATION,
                    VLAN,
                    AGENT_NAME -> {
                // Nothing of the conversation: for people, in the layers.
            }
        }
        return 0;
    }

    private static void v4Source(Decoded d, int at) {
        d.sourceHigh = 0;
        d.sourceLow = Bytes.u32(d.bytes, at);
    }

    private static void v4Destination(Decoded d, int at) {
        d.destinationHigh = 0;
        d.destinationLow = Bytes.u32(d.bytes, at);
    }

    private static void v6Source(Decoded d, int at) {
        d.sourceHigh = Bytes.i64(d.bytes, at);
        d.sourceLow = Bytes.i64(d.bytes, at + 8);
    }

    private static void v6Destination(Decoded d, int at) {
        d.destinationHigh = Bytes.i64(d.bytes, at);
        d.destinationLow = Bytes.i64(d.bytes, at + 8);
    }

    /// What agents send are whole messages, however they travelled.
    private static Transport transport(int protocol) {
        return switch (protocol) {
            case TCP -> Transport.TCP;
            case SCTP -> Transport.SCTP;
            default -> Transport.UDP;
        };
    }
}
