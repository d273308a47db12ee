package io.callogram.analyzer.call;

/// Whether a leg is one of the tries that scanners and password guessers make.
public enum Probing {
    NONE,
    /// An initial REGISTER, INVITE or OPTIONS without credentials that was refused (401, 403, 404,
    /// 407), or that was neither answered nor ever sent again, as no user agent would leave it (RFC
    /// 3261 §17.1).
    FAILED,
    /// A registration whose credentials were refused.
    GUESS,
    /// So many registrations under one Call-ID with credentials that were forbidden, one after the
    /// other, that they are guesses by themselves.
    GUESSING,
    /// The sender has the name of a known tool.
    MARKED;

    /// One such leg is an attack.
    boolean isAttack() {
        return this == GUESSING || this == MARKED;
    }
}
