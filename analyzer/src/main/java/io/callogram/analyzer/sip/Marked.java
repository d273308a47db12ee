package io.callogram.analyzer.sip;

/// A header field that a rule names, with its value as written (unfolded, trimmed, capped).
public record Marked(Mark mark, String value) {

    // Written out: it is asked for in every message.
    @Override
    public int hashCode() {
        return value.hashCode() * 31 + mark.ordinal();
    }
}
