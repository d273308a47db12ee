package io.callogram.analyzer.call;

import java.util.Locale;

/// What an entry of the list is.
public enum CallKind {
    CALL,
    REGISTRATION,
    SUBSCRIPTION,
    OPTIONS,
    MESSAGE,
    ATTACK,
    OTHER;

    private final String slug = name().toLowerCase(Locale.ROOT);

    public String slug() {
        return slug;
    }
}
