package io.callogram.samples.sip;

/// The places of headers in a message. RFC 3261 §7.3.1 leaves their order free, and user agents use
/// the freedom.
public enum Slot {
    VIA,
    MAX_FORWARDS,
    ROUTE,
    RECORD_ROUTE,
    FROM,
    TO,
    CALL_ID,
    CSEQ,
    CONTACT,
    AGENT,
    ALLOW,
    SUPPORTED,
    EXTRA,
    CONTENT_TYPE,
    CONTENT_LENGTH
}
