package io.callogram.analyzer.flow.hint;

import java.util.Locale;

/// Every diagnostic, with the section that it rests on.
public enum HintKind {
    NO_ACK("RFC 3261 §13.3.1.4"),
    LATE_CANCEL("RFC 3261 §9.1");

    private final String rfc;

    HintKind(String rfc) {
        this.rfc = rfc;
    }

    /// For programs: `no-ack`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String rfc() {
        return rfc;
    }
}
