package io.callogram.analyzer.call;

/// What an entry of the list is.
public enum CallKind {
    CALL,
    REGISTRATION,
    SUBSCRIPTION,
    OPTIONS,
    MESSAGE,
    ATTACK,
    OTHER;

    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
