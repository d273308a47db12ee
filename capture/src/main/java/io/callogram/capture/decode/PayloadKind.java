package io.callogram.capture.decode;

import io.callogram.capture.packet.Bytes;

/// What a datagram's payload looks like, by its first bytes alone. Only SIP is sure; the media
/// kinds are candidates until a session description names their ports.
public enum PayloadKind {
    SIP,
    KEEP_ALIVE,
    STUN,
    RTP,
    RTCP,
    DNS,
    OTHER;

    private static final int STUN_COOKIE = 0x2112_a442;

    public static PayloadKind of(byte[] bytes, int offset, int length) {
        return of(bytes, offset, length, false);
    }

    /// `truncated`: a start line may lack its end.
    public static PayloadKind of(byte[] bytes, int offset, int length, boolean truncated) {
        PayloadKind binary = binary(bytes, offset, length);
        if (binary != OTHER && binary != DNS) {
            return binary;
        }
        return StartLine.find(bytes, offset, length, truncated) >= 0 ? SIP : binary;
    }

    /// Everything but SIP.
    static PayloadKind binary(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return KEEP_ALIVE;
        }
        int first = bytes[offset];
        if (first > ' ') {
            return OTHER;
        }
        // RFC 3550 §5.1: version 2; RFC 5761 §4: packet types 192 to 223 are RTCP.
        if ((first & 0xc0) == 0x80) {
            int type = length > 1 ? Bytes.u8(bytes, offset + 1) : 0;
            if (length >= 8 && type >= 192 && type <= 223) {
                return RTCP;
            }
            return length >= 12 ? RTP : OTHER;
        }
        if (first >= 0 && first <= 3 && isStun(bytes, offset, length)) {
            return STUN;
        }
        if (isKeepAlive(bytes, offset, length)) {
            return KEEP_ALIVE;
        }
        return isDns(bytes, offset, length) ? DNS : OTHER;
    }

    private static boolean isStun(byte[] bytes, int offset, int length) {
        return length >= 20 && Bytes.i32(bytes, offset + 4) == STUN_COOKIE;
    }

    /// RFC 5626 §3.5.1 says CRLF; equipment also sends NULs, blanks, or a few zero bytes.
    private static boolean isKeepAlive(byte[] bytes, int offset, int length) {
        int limit = Math.min(length, StartLine.MAX_JUNK);
        for (int i = 0; i < limit; i++) {
            if (!StartLine.isBlank(bytes[offset + i]) && bytes[offset + i] != ' ') {
                return false;
            }
        }
        return length <= StartLine.MAX_JUNK;
    }

    /// RFC 1035 §4.1.1: one question, an opcode in use, few answers.
    private static boolean isDns(byte[] bytes, int offset, int length) {
        return length >= 17
                && (bytes[offset + 2] & 0x78) == 0
                && Bytes.u16(bytes, offset + 4) == 1
                && Bytes.u16(bytes, offset + 6) < 64
                && Bytes.u16(bytes, offset + 8) < 64;
    }
}
