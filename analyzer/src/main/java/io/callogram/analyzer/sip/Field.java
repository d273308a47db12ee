package io.callogram.analyzer.sip;

import org.jspecify.annotations.Nullable;

/// The header fields that the scanner reads (RFC 3261 §20), with their compact forms (§7.3.3) and
/// the mark under which a value is kept.
enum Field {
    VIA("Via", 'v', false),
    FROM("From", 'f', true),
    TO("To", 't', true),
    CALL_ID("Call-ID", 'i', true),
    CSEQ("CSeq", 0, true),
    CONTACT("Contact", 'm', false),
    MAX_FORWARDS("Max-Forwards", 0, true),
    EXPIRES("Expires", 0, true),
    RECORD_ROUTE("Record-Route", 0, false),
    DATE("Date", 0, true),
    CONTENT_LENGTH("Content-Length", 'l', true),
    CONTENT_ENCODING("Content-Encoding", 'e', false),
    CONTENT_TYPE(Mark.CONTENT_TYPE, 'c', true),
    CONTENT_DISPOSITION(Mark.CONTENT_DISPOSITION, 0, true),
    REPLACES(Mark.REPLACES, 0, true),
    JOIN(Mark.JOIN, 0, true),
    TARGET_DIALOG(Mark.TARGET_DIALOG, 0, true),
    REFER_TO(Mark.REFER_TO, 'r', true),
    REFERRED_BY(Mark.REFERRED_BY, 'b', true),
    ALSO(Mark.ALSO, 0, true),
    REFER_SUB(Mark.REFER_SUB, 0, true),
    REASON(Mark.REASON, 0, false),
    DIVERSION(Mark.DIVERSION, 0, false),
    HISTORY_INFO(Mark.HISTORY_INFO, 0, false),
    ALERT_INFO(Mark.ALERT_INFO, 0, false),
    CALL_INFO(Mark.CALL_INFO, 0, false),
    SESSION_ID(Mark.SESSION_ID, 0, true),
    CHARGING_VECTOR(Mark.CHARGING_VECTOR, 0, true),
    ASSERTED_IDENTITY(Mark.ASSERTED_IDENTITY, 0, false),
    PREFERRED_IDENTITY(Mark.PREFERRED_IDENTITY, 0, false),
    REMOTE_PARTY_ID(Mark.REMOTE_PARTY_ID, 0, false),
    PRIVACY(Mark.PRIVACY, 0, false),
    EARLY_MEDIA(Mark.EARLY_MEDIA, 0, true),
    SESSION_EXPIRES(Mark.SESSION_EXPIRES, 'x', true),
    EVENT(Mark.EVENT, 'o', true),
    SUBSCRIPTION_STATE(Mark.SUBSCRIPTION_STATE, 0, true),
    REQUIRE(Mark.REQUIRE, 0, false),
    RSEQ(Mark.RSEQ, 0, true),
    RACK(Mark.RACK, 0, true),
    RETRY_AFTER(Mark.RETRY_AFTER, 0, true),
    WARNING(Mark.WARNING, 0, false),
    CHALLENGE(Mark.CHALLENGE, 0, false),
    PROXY_CHALLENGE(Mark.PROXY_CHALLENGE, 0, false),
    CREDENTIALS(Mark.CREDENTIALS, 0, false),
    PROXY_CREDENTIALS(Mark.PROXY_CREDENTIALS, 0, false),
    AGENT(Mark.AGENT, 0, true),
    SERVER(Mark.SERVER, 0, true),
    VENDOR(Mark.VENDOR_CALL_ID, 0, false),
    OTHER("", 0, false);

    final String canonical;
    final char compact;
    final boolean single;
    final @Nullable Mark mark;

    /// In a set of fields.
    @SuppressWarnings("EnumOrdinal") // of this run alone
    final long bit = 1L << ordinal();

    Field(String canonical, int compact, boolean single) {
        this.canonical = canonical;
        this.compact = (char) compact;
        this.single = single;
        this.mark = null;
    }

    Field(Mark mark, int compact, boolean single) {
        this.canonical = mark.field();
        this.compact = (char) compact;
        this.single = single;
        this.mark = mark;
    }
}
