package io.callogram.analyzer.flow;

import java.util.Locale;

/// How sure a conclusion is.
public enum Confidence {
    /// Every necessary message was seen, with an explicit protocol marker or in complete sequence.
    HIGH,
    /// One marker or hop is missing, or the evidence is structural only.
    MEDIUM,
    /// Inferred from numbers or timing: shown as "possible".
    LOW;

    private final String slug = name().toLowerCase(Locale.ROOT);

    public String slug() {
        return slug;
    }
}
