package io.callogram.capture.reassembly;

/// The few things about header sections that framing has to read.
final class StreamText {

    private static final byte[] CONTENT_LENGTH = {
        'c', 'o', 'n', 't', 'e', 'n', 't', '-', 'l', 'e', 'n', 'g', 't', 'h'
    };

    private StreamText() {}

    /// Index behind the empty line that ends the header section at `from`, or -1. The first
    /// `scanned` bytes are known not to hold it.
    static int headersEnd(byte[] bytes, int from, int scanned, int to) {
        for (int i = from + scanned; i + 1 < to; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            if (bytes[i + 1] == '\n') {
                return i + 2;
            }
            if (bytes[i + 1] == '\r' && i + 2 < to && bytes[i + 2] == '\n') {
                return i + 3;
            }
        }
        return -1;
    }

    /// Index behind the next line feed, or `to`.
    static int lineEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, to);
    }

    /// The first Content-Length, also in its compact form `l`, or -1 when there is none that is a
    /// number.
    static long contentLength(byte[] bytes, int from, int to) {
        for (int line = lineEnd(bytes, from, to); line < to; line = lineEnd(bytes, line, to)) {
            int name =
                    startsWith(bytes, line, to, CONTENT_LENGTH)
                            ? CONTENT_LENGTH.length
                            : (bytes[line] | 0x20) == 'l' ? 1 : 0;
            if (name == 0) {
                continue;
            }
            int at = line + name;
            while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
                at++;
            }
            if (at < to && bytes[at] == ':') {
                return number(bytes, at + 1, to);
            }
        }
        return -1;
    }

    /// A number behind blanks, which may include a fold.
    private static long number(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t' || isFold(bytes, at, to))) {
            at++;
        }
        long value = 0;
        int digits = 0;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            value = digits++ < 12 ? value * 10 + bytes[at] - '0' : value;
            at++;
        }
        return digits == 0 ? -1 : value;
    }

    private static boolean isFold(byte[] bytes, int at, int to) {
        int next = bytes[at] == '\r' && at + 1 < to && bytes[at + 1] == '\n' ? at + 2 : at + 1;
        return (bytes[at] == '\r' || bytes[at] == '\n')
                && next < to
                && (bytes[next] == ' ' || bytes[next] == '\t');
    }

    /// `lower` is in lower case.
    static boolean startsWith(byte[] bytes, int at, int to, byte[] lower) {
        if (at + lower.length > to) {
            return false;
        }
        for (int i = 0; i < lower.length; i++) {
            byte b = bytes[at + i];
            if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != lower[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean contains(byte[] bytes, int from, int to, byte[] lower) {
        for (int at = from; at + lower.length <= to; at++) {
            if (startsWith(bytes, at, to, lower)) {
                return true;
            }
        }
        return false;
    }
}
