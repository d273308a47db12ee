package io.callogram.analyzer.sip;

/// The header fields whose values are kept with every sighting because a correlation or flow rule
/// names them. Anything else is read from the message when someone looks.
public enum Mark {
    REPLACES("Replaces"),
    JOIN("Join"),
    TARGET_DIALOG("Target-Dialog"),
    REFER_TO("Refer-To"),
    REFERRED_BY("Referred-By"),
    /// In a BYE: whom to call instead, as it was done before there was REFER.
    ALSO("Also"),
    REFER_SUB("Refer-Sub"),
    REASON("Reason"),
    DIVERSION("Diversion"),
    HISTORY_INFO("History-Info"),
    ALERT_INFO("Alert-Info"),
    CALL_INFO("Call-Info"),
    SESSION_ID("Session-ID"),
    CHARGING_VECTOR("P-Charging-Vector"),
    ASSERTED_IDENTITY("P-Asserted-Identity"),
    PREFERRED_IDENTITY("P-Preferred-Identity"),
    REMOTE_PARTY_ID("Remote-Party-ID"),
    PRIVACY("Privacy"),
    EARLY_MEDIA("P-Early-Media"),
    SESSION_EXPIRES("Session-Expires"),
    EVENT("Event"),
    SUBSCRIPTION_STATE("Subscription-State"),
    REQUIRE("Require"),
    RSEQ("RSeq"),
    RACK("RAck"),
    RETRY_AFTER("Retry-After"),
    WARNING("Warning"),
    CONTENT_TYPE("Content-Type"),
    CONTENT_DISPOSITION("Content-Disposition"),
    CHALLENGE("WWW-Authenticate"),
    PROXY_CHALLENGE("Proxy-Authenticate"),
    CREDENTIALS("Authorization"),
    PROXY_CREDENTIALS("Proxy-Authorization"),
    AGENT("User-Agent"),
    SERVER("Server"),
    /// The parameter `isfocus` of a Contact: this end mixes (RFC 4579 §4.2).
    FOCUS("Contact"),
    /// What a short body says: the status line of a sipfrag without its version (RFC 3515 §2.4.5),
    /// the key of an INFO with DTMF, `yes` or `no` of a message summary (RFC 3842), what happened
    /// to a registered contact (RFC 3680).
    GIST("Content"),
    /// Any of the configured vendor headers that carry another leg's identity; value is `Name:
    /// value`.
    VENDOR_CALL_ID("X-Call-ID");

    private final String field;

    Mark(String field) {
        this.field = field;
    }

    public String field() {
        return field;
    }
}
