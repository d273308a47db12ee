package io.callogram.analyzer.sip;

/// Finds in a short body the one thing that a rule asks of it. Reused.
final class Gist {

    private static final int LONGEST = 64;

    private enum Type {
        /// RFC 3515 §2.4.5.
        FRAGMENT("message/sipfrag", "sip/2.0 "),
        DTMF_RELAY("application/dtmf-relay", "signal="),
        /// The whole body is the key.
        DTMF("application/dtmf", ""),
        /// RFC 3842.
        SUMMARY("application/simple-message-summary", "messages-waiting:"),
        /// RFC 3680 §5: what happened to a contact, as in `deactivated`.
        REGISTRATION("application/reginfo+xml", "<contact");

        private final String type;
        private final String line;

        Type(String type, String line) {
            this.type = type;
            this.line = line;
        }
    }

    private static final Type[] TYPES = Type.values();

    int at;
    int end;
    private Type type = Type.FRAGMENT;

    /// Whether a Content-Type is one whose gist is kept.
    boolean of(byte[] bytes, int from, int to) {
        for (Type known : TYPES) {
            if (Ascii.starts(bytes, from, to, known.type)) {
                type = known;
                return true;
            }
        }
        return false;
    }

    /// The rest of the first line that begins as the type says.
    boolean find(byte[] bytes, int from, int to) {
        if (type == Type.REGISTRATION) {
            return contact(bytes, from, to);
        }
        int line = from;
        while (line < to) {
            int next = line;
            while (next < to && bytes[next] != '\r' && bytes[next] != '\n') {
                next++;
            }
            if (Ascii.starts(bytes, line, next, type.line)) {
                at = Ascii.skipBlanks(bytes, line + type.line.length(), next);
                end = Ascii.trimEnd(bytes, at, Math.min(next, at + LONGEST));
                return at < end;
            }
            line = next + 1;
        }
        return false;
    }

    /// What happened to the first contact, wherever the lines end.
    private boolean contact(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '<' && Ascii.starts(bytes, i, to, type.line)) {
                int close = Ascii.indexOf(bytes, i, to, '>');
                return quoted(bytes, i, close < 0 ? to : close, " event=\"");
            }
        }
        return false;
    }

    private boolean quoted(byte[] bytes, int from, int to, String name) {
        for (int i = from; i < to; i++) {
            if (bytes[i] <= ' ' && Ascii.starts(bytes, i, to, name)) {
                at = i + name.length();
                int quote = Ascii.indexOf(bytes, at, to, '"');
                end = Math.min(quote < 0 ? to : quote, at + LONGEST);
                return at < end;
            }
        }
        return false;
    }
}
