package io.callogram.analyzer.flow.hint;

import java.util.Locale;

/// How much a diagnostic matters to somebody with a complaint.
public enum Severity {
    /// Explains what is seen; nothing is wrong.
    INFO,
    /// Not as it should be, but calls usually survive it.
    NOTICE,
    /// Explains a failure, or will cause one.
    WARNING;

    private final String slug = name().toLowerCase(Locale.ROOT);

    public String slug() {
        return slug;
    }
}
