package io.callogram.analyzer.dialog;

/// Why a dialog ended.
public enum TerminationCause {
    /// RFC 3261 §15.
    BYE("bye"),
    /// The BYE got no answer in 64·T1 (§15.1.1): over for its sender, who knows for the other side?
    BYE_UNANSWERED("bye-unanswered"),
    /// 487 after a CANCEL (§9.2).
    CANCELLED("cancelled"),
    /// A failure response to the request that made it (§12.3).
    REJECTED("rejected"),
    /// Another fork answered 64·T1 ago (§13.2.2.4), or this branch was told to stop because it did.
    OTHER_FORK_ANSWERED("other-fork-answered"),
    /// 481 to a request within it (§12.2.1.2): the other side knows it no longer.
    GONE("481"),
    /// 408 to a request within it (§12.2.1.2).
    TIMEOUT("timeout"),
    /// 199 (RFC 6228).
    EARLY_TERMINATED("early-dialog-terminated"),
    /// NOTIFY with a terminated subscription (RFC 6665 §4.4.1).
    SUBSCRIPTION_TERMINATED("subscription-terminated"),
    /// A dialog with Replaces took its place (RFC 3891 §3).
    REPLACED("replaced");

    private final String slug;

    TerminationCause(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }
}
