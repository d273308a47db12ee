package io.callogram.capture.decode;

/// Does a text begin like SIP (RFC 3261 §7.1, §7.2)? Tells requests and responses from everything
/// else by the whole start line, so that HTTP, RTSP or MGCP are not taken for SIP.
public final class StartLine {

    /// The answer for a text that may be the beginning of something longer.
    public enum Verdict {
        YES,
        NO,
        /// The bytes so far fit, but the line has not ended.
        MORE
    }

    /// Some equipment sends stray bytes before a message; beyond this it is something else.
    public static final int MAX_JUNK = 64;

    static final int MAX_LINE = 8192;

    private static final int MAX_METHOD = 32;
    private static final byte[] VERSION = {'S', 'I', 'P', '/'};
    private static final boolean[] TOKEN = tokenCharacters();

    private StartLine() {}

    /// Index of the first byte of the SIP message in a datagram, or -1. Leading line ends and a
    /// little junk are stepped over.
    public static int find(byte[] bytes, int offset, int length, boolean truncated) {
        int end = offset + length;
        int limit = Math.min(end, offset + MAX_JUNK);
        int at = offset;
        while (at < limit && isBlank(bytes[at])) {
            at++;
        }
        if (accepts(bytes, at, end, truncated)) {
            return at;
        }
        if (isHomerEncapsulation(bytes, offset, length)) {
            return -1;
        }
        for (at = at + 1; at < limit; at++) {
            if (isUpper(bytes[at])
                    && !TOKEN[bytes[at - 1] & 0xff]
                    && accepts(bytes, at, end, truncated)) {
                return at;
            }
        }
        return -1;
    }

    /// Judges the text at `at`; never looks behind `end`.
    public static Verdict check(byte[] bytes, int at, int end) {
        if (at >= end) {
            return Verdict.MORE;
        }
        int prefix = version(bytes, at, end);
        if (prefix == VERSION.length) {
            return status(bytes, at, end);
        }
        if (prefix > 0 && at + prefix == end) {
            return Verdict.MORE;
        }
        int space = at;
        int limit = Math.min(end, at + MAX_METHOD + 1);
        while (space < limit && TOKEN[bytes[space] & 0xff]) {
            space++;
        }
        if (space == end && space - at <= MAX_METHOD) {
            return Verdict.MORE;
        }
        return space == at || bytes[space] != ' ' ? Verdict.NO : request(bytes, space, end);
    }

    private static boolean accepts(byte[] bytes, int at, int end, boolean truncated) {
        return switch (check(bytes, at, end)) {
            case YES -> true;
            case NO -> false;
            // No line end in a datagram: a request line only if cut by the snap length.
            case MORE -> truncated && end - at >= 24 && hasSipUri(bytes, at, end);
        };
    }

    private static boolean hasSipUri(byte[] bytes, int at, int end) {
        int i = at;
        while (i < end && bytes[i] != ' ') {
            i++;
        }
        int colon = i + 1;
        while (colon < end && bytes[colon] != ':' && bytes[colon] != ' ') {
            colon++;
        }
        int scheme = colon - i - 1;
        return colon < end
                && bytes[colon] == ':'
                && (scheme == 3 || scheme == 4)
                && (bytes[i + 1] | 0x20) == (scheme == 3 && bytes[i + 1] == 't' ? 't' : 's');
    }

    private static Verdict status(byte[] bytes, int at, int end) {
        // SIP/d.d SP ddd, and nothing but a blank or a line end behind it.
        if (at + 11 > end) {
            return plausibleStatus(bytes, at, end) ? Verdict.MORE : Verdict.NO;
        }
        return plausibleStatus(bytes, at, at + 11)
                        && (at + 11 == end || isBlank(bytes[at + 11]) || bytes[at + 11] == ' ')
                ? Verdict.YES
                : Verdict.NO;
    }

    private static boolean plausibleStatus(byte[] bytes, int at, int end) {
        for (int i = at + 4; i < end; i++) {
            byte b = bytes[i];
            boolean fits =
                    switch (i - at) {
                        case 5 -> b == '.';
                        case 7 -> b == ' ';
                        default -> b >= '0' && b <= '9';
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static Verdict request(byte[] bytes, int space, int end) {
        int limit = Math.min(end, space + MAX_LINE);
        int stop = space;
        while (stop < limit && bytes[stop] != '\n' && bytes[stop] != '\r') {
            if (bytes[stop] == 0) {
                return Verdict.NO;
            }
            stop++;
        }
        boolean ended = stop < end;
        while (stop > space && (bytes[stop - 1] == ' ' || bytes[stop - 1] == '\t')) {
            stop--;
        }
        if (endsInVersion(bytes, space, stop)) {
            return Verdict.YES;
        }
        return ended ? Verdict.NO : Verdict.MORE;
    }

    private static boolean endsInVersion(byte[] bytes, int space, int stop) {
        int at = stop - 1;
        while (at > space && ((bytes[at] >= '0' && bytes[at] <= '9') || bytes[at] == '.')) {
            at--;
        }
        int version = at - 3;
        return at < stop - 1
                && version > space + 1
                && bytes[version - 1] == ' '
                && version(bytes, version, stop) == VERSION.length;
    }

    /// How many bytes of "SIP/" match, letters in either case.
    private static int version(byte[] bytes, int at, int end) {
        int i = 0;
        while (i < VERSION.length
                && at + i < end
                && (bytes[at + i] == VERSION[i]
                        || (i < 3 && (bytes[at + i] & 0xdf) == VERSION[i]))) {
            i++;
        }
        return i;
    }

    /// HEP versions 1 to 3 wrap a message that was captured elsewhere: not junk before it.
    private static boolean isHomerEncapsulation(byte[] bytes, int offset, int length) {
        if (length <= 16) {
            return false;
        }
        if (bytes[offset] == 'H' && bytes[offset + 1] == 'E' && bytes[offset + 2] == 'P') {
            return true;
        }
        boolean version = bytes[offset] == 1 || bytes[offset] == 2;
        return version && bytes[offset + 1] >= 16 && bytes[offset + 1] <= 40;
    }

    private static boolean isUpper(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    static boolean isBlank(byte b) {
        return b == '\r' || b == '\n' || b == 0;
    }

    private static boolean[] tokenCharacters() {
        boolean[] token = new boolean[256];
        for (char c = 'a'; c <= 'z'; c++) {
            token[c] = true;
            token[c - 32] = true;
        }
        for (char c = '0'; c <= '9'; c++) {
            token[c] = true;
        }
        for (char c : "-.!%*_+`'~".toCharArray()) {
            token[c] = true;
        }
        return token;
    }
}
