package io.callogram.analyzer.flow.hint;

import static io.callogram.analyzer.flow.hint.Severity.INFO;
import static io.callogram.analyzer.flow.hint.Severity.NOTICE;
import static io.callogram.analyzer.flow.hint.Severity.WARNING;

import java.util.List;
import java.util.Locale;

/// Every diagnostic, with the section that it rests on and what its sentences mention.
public enum HintKind {
    NO_ACK(WARNING, "RFC 3261 §13.3.1.4", "node", "count"),
    ACK_IGNORED(WARNING, "RFC 3261 §13.3.1.4", "node", "count"),
    FAILURE_ACK_MISSING(WARNING, "RFC 3261 §17.1.1.3", "node", "code", "count"),
    ACK_UNMATCHED(NOTICE, "RFC 3261 §13.2.2.4", "node", "cseq"),
    EARLY_STOP(WARNING, "RFC 3261 §13.3.1.4", "seconds"),
    BYE_BEFORE_ACK(NOTICE, "RFC 3261 §15", "node"),
    RETRANSMISSIONS(NOTICE, "RFC 3261 §17", "total", "what", "node", "count", "timer"),
    NO_RESPONSE(WARNING, "RFC 3261 §17.1", "node", "method", "count", "seconds"),
    BYE_UNANSWERED(WARNING, "RFC 3261 §15.1.1", "node", "count"),
    REINVITE_UNANSWERED(NOTICE, "RFC 3261 §12.2.1.2", "node", "method"),
    LATE_CANCEL(NOTICE, "RFC 3261 §9.2", "node"),
    CANCEL_BEFORE_PROVISIONAL(NOTICE, "RFC 3261 §9.1", "node"),
    CANCEL_UNMATCHED(WARNING, "RFC 3261 §9.1", "node"),
    CANCEL_UNFINISHED(NOTICE, "RFC 3261 §9.1", "node"),
    AUTH_LOOP(WARNING, "RFC 3261 §22.1", "count", "stale", "user"),
    CREDENTIALS_REFUSED(WARNING, "RFC 3261 §22.1", "node", "method"),
    CHALLENGE_UNANSWERED(NOTICE, "RFC 3261 §22.2", "node", "method", "code"),
    DIGEST_WITHOUT_QOP(NOTICE, "RFC 3261 §22.4", "node"),
    EXPIRY_SHORTENED(INFO, "RFC 3261 §10.3", "requested", "granted"),
    EXPIRY_TOO_BRIEF(INFO, "RFC 3261 §10.2.8", "requested"),
    REGISTRAR_OPEN(NOTICE, "RFC 3261 §10.3", "node"),
    SEVERAL_CONTACTS(INFO, "RFC 3261 §10.3", "count"),
    CONTACT_PRIVATE(NOTICE, "RFC 1918 §3", "contact", "source"),
    HEADER_MISSING(WARNING, "RFC 3261 §8.1.1", "node", "header"),
    MAX_FORWARDS_MISSING(NOTICE, "RFC 3261 §8.1.1.6", "node", "method"),
    BRANCH_WITHOUT_COOKIE(NOTICE, "RFC 3261 §8.1.1.7", "node"),
    BRANCH_REUSED(NOTICE, "RFC 3261 §8.1.1.7", "node", "method"),
    CONTACT_MISSING(WARNING, "RFC 3261 §12.1.1", "node", "what"),
    TO_TAG_MISSING(NOTICE, "RFC 3261 §8.2.6.2", "node", "code"),
    REQUEST_TOO_LARGE(INFO, "RFC 3261 §18.1.1", "method", "bytes"),
    MALFORMED(NOTICE, "RFC 3261 §7", "count"),
    CALL_ID_REUSED(NOTICE, "RFC 3261 §8.1.1.4", "node"),
    CSEQ_NOT_RAISED(NOTICE, "RFC 3261 §12.2.1.1", "node", "method", "cseq", "before"),
    CSEQ_JUMP(INFO, "RFC 3261 §12.2.1.1", "node", "method", "cseq", "before"),
    TO_TAG_CHANGED(WARNING, "RFC 3261 §8.2.6.2", "node", "code"),
    CALLEE_BYE_EARLY(NOTICE, "RFC 3261 §15", "node"),
    DIALOG_GONE(WARNING, "RFC 3261 §12.2.2", "node", "method"),
    CROSSED_RELEASE(INFO, "RFC 3261 §15.1.2", "node", "method"),
    PROXY_BYPASSED(INFO, "RFC 3261 §16.6", "proxy", "method"),
    ROUTE_IGNORED(WARNING, "RFC 3261 §12.2.1.1", "proxy", "method", "node"),
    TWO_FINALS(NOTICE, "RFC 3261 §17.2", "node", "first", "second"),
    TWO_ANSWERS(NOTICE, "RFC 3261 §13.2.2.4", "count"),
    GLARE(INFO, "RFC 3261 §14.1", "node", "method"),
    GLARE_NOT_RETRIED(NOTICE, "RFC 3261 §14.1", "node", "method"),
    SESSION_EXPIRED(WARNING, "RFC 4028 §10", "node", "interval", "seconds"),
    REFRESH_MISSING(WARNING, "RFC 4028 §10", "interval", "seconds"),
    ANSWER_MISSING(WARNING, "RFC 3261 §13.2.1", "node", "what"),
    NO_COMMON_CODEC(WARNING, "RFC 3264 §6", "offered", "answered"),
    MEDIA_REFUSED(NOTICE, "RFC 3261 §21.4.26", "node", "code"),
    MEDIA_LINES_DIFFER(WARNING, "RFC 3264 §6", "offered", "answered"),
    PROFILE_DIFFERS(WARNING, "RFC 3264 §6", "offered", "answered"),
    ONE_WAY_AUDIO_RISK(WARNING, "RFC 1918 §3", "node", "address", "source"),
    MEDIA_ADDRESS_ELSEWHERE(INFO, "", "node", "address", "source"),
    HOLD_BY_NULL_ADDRESS(INFO, "RFC 3264 §8.4", "node"),
    HOLD_NOT_RESUMED(NOTICE, "RFC 3264 §8.4", "node", "seconds"),
    MEDIA_ONE_WAY(WARNING, "", "silent", "packets"),
    MEDIA_SOURCE_DIFFERS(INFO, "", "source", "described"),
    MEDIA_AFTER_BYE(NOTICE, "RFC 3261 §15.1.2", "source", "seconds"),
    PRACK_MISSING(WARNING, "RFC 3262 §4", "node", "code", "rseq"),
    PRACK_REFUSED(NOTICE, "RFC 3262 §3", "node", "code"),
    RSEQ_JUMP(NOTICE, "RFC 3262 §3", "node", "rseq", "before"),
    NO_NOTIFY(NOTICE, "RFC 3515 §2.4.4", "node"),
    REFER_REFUSED(NOTICE, "RFC 3515 §2.4.2", "node", "code"),
    TRANSFER_STRANDED(WARNING, "RFC 5589", "transferee", "target", "code"),
    LOOP_DETECTED(WARNING, "RFC 3261 §16.3", "node"),
    MERGED_REQUEST(INFO, "RFC 3261 §8.2.2.2", "node"),
    HOPS_EXHAUSTED(WARNING, "RFC 3261 §16.3", "node"),
    OVERLOADED(NOTICE, "RFC 3261 §21.5.4", "node", "seconds"),
    NETWORK_CAUSE(NOTICE, "RFC 3326", "node", "cause", "reason"),
    REDIRECT_WITHOUT_CONTACT(NOTICE, "RFC 3261 §8.3", "node", "code"),
    EXTENSION_REFUSED(NOTICE, "RFC 3261 §8.2.2.3", "node", "code"),
    CAPTURE_STARTS_LATE(INFO, "", "what"),
    CAPTURE_ENDS_EARLY(INFO, "", "what"),
    MESSAGE_CUT(NOTICE, "RFC 3261 §18.3", "count"),
    STREAM_GAP(NOTICE, "", "count"),
    CLOCK_STEP(INFO, "", "seconds"),
    REQUEST_UNSEEN(INFO, "RFC 3261 §18.1.2", "node", "code", "method"),
    SHORT_TALK(NOTICE, "", "seconds"),
    SLOW_SETUP(NOTICE, "", "seconds");

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Severity severity;
    private final String rfc;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> names;

    HintKind(Severity severity, String rfc, String... names) {
        this.severity = severity;
        this.rfc = rfc;
        this.names = List.of(names);
    }

    /// For programs: `no-ack`.
    public String slug() {
        return slug;
    }

    public Severity severity() {
        return severity;
    }

    /// Empty where practice, not a standard, says so.
    public String rfc() {
        return rfc;
    }

    /// Names of the values that every hint of this kind carries.
    public List<String> names() {
        return names;
    }
}
