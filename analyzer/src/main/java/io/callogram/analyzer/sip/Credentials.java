package io.callogram.analyzer.sip;

/// Digest credentials (RFC 3261 §20.7, RFC 8760) as they may be kept: without the response, from
/// which a weak password can be guessed. Whether a response was there stays visible.
final class Credentials {

    private Credentials() {}

    /// The value with `response="…"` in place of a response, and `response=""` as it is.
    static String without(byte[] bytes, int from, int to, int longest) {
        int at = response(bytes, from, to);
        if (at < 0) {
            boolean digest = Ascii.starts(bytes, from, to, "digest");
            int end = digest ? to : schemeEnd(bytes, from, to);
            return Ascii.text(bytes, from, Math.min(end, from + longest)) + (end < to ? " …" : "");
        }
        int end = valueEnd(bytes, at, to);
        boolean empty = end <= at || (end == at + 2 && bytes[at] == '"');
        String before = Ascii.text(bytes, from, Math.min(at, from + longest));
        String after = Ascii.text(bytes, end, Math.min(to, end + longest));
        return before + (empty ? "\"\"" : "\"…\"") + after;
    }

    /// Of other schemes (Basic, Bearer) only the name may be kept.
    private static int schemeEnd(byte[] bytes, int from, int to) {
        int blank = Ascii.indexOf(bytes, from, to, ' ');
        return blank < 0 ? to : blank;
    }

    /// Where the value of `response` begins, or -1.
    private static int response(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                int close = Elements.quoteEnd(bytes, i, to);
                i = close < 0 ? i : close;
            } else if (isStart(bytes, i, from) && Ascii.starts(bytes, i, to, "response")) {
                int equals = Ascii.skipBlanks(bytes, i + 8, to);
                if (equals < to && bytes[equals] == '=') {
                    return Ascii.skipBlanks(bytes, equals + 1, to);
                }
            }
        }
        return -1;
    }

    private static boolean isStart(byte[] bytes, int at, int from) {
        return at > from && (Ascii.isBlank(bytes[at - 1]) || bytes[at - 1] == ',');
    }

    private static int valueEnd(byte[] bytes, int from, int to) {
        if (from < to && bytes[from] == '"') {
            int close = Elements.quoteEnd(bytes, from, to);
            return close < 0 ? to : close + 1;
        }
        int comma = Ascii.indexOf(bytes, from, to, ',');
        return comma < 0 ? to : comma;
    }
}
