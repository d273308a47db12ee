package io.callogram.analyzer.call;

import java.util.Locale;

/// How it ended, from the first caller's point of view.
public enum Outcome {
    ANSWERED,
    BUSY,
    NO_ANSWER,
    CANCELLED,
    REJECTED,
    REDIRECTED,
    FAILED,
    IN_PROGRESS,
    OK;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String slug() {
        return slug;
    }
}
