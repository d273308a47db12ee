package io.callogram.analyzer.flow;

import java.util.Locale;

/// Everything that a call can be said to contain. Declared in order of precedence: the first one
/// found names the call. Tags come last: they name a call only when nothing else was found.
public enum FlowKind {
    SCAN_ATTACK,
    THREE_WAY,
    CONFERENCE_FOCUS,
    ATTENDED_TRANSFER,
    BLIND_TRANSFER,
    CALL_PARK,
    CALL_RETRIEVE,
    CALL_PICKUP,
    FORWARD_BUSY,
    FORWARD_NO_ANSWER,
    FORWARD_NOT_REACHABLE,
    CALL_DEFLECTION,
    FORWARD_UNCONDITIONAL,
    REDIRECT,
    CALL_WAITING,
    RINGBACK_TONE,
    HOLD,
    FAX_T38,
    SESSION_MODIFY,
    CONFERENCE_JOIN,
    CONFERENCE_DIAL_IN,
    THIRD_PARTY_CALL,
    SESSION_HANDOVER,
    QUEUE,
    BUSY,
    NO_ANSWER_CANCEL,
    NO_ANSWER_TIMEOUT,
    CALLER_ABANDON,
    REJECTED,
    UNREACHABLE,
    LOOP,
    TOO_MANY_HOPS,
    OVERLOAD,
    CALL_SETUP,
    RELEASE,
    REGISTER,
    REGISTER_REFRESH,
    DEREGISTER,
    REGISTER_FETCH,
    REGISTER_THIRD_PARTY,
    REGISTER_FAILED,
    SUBSCRIBE_NOTIFY,
    PUBLISH,
    MESSAGE,
    OPTIONS_PING,
    KEEPALIVE,
    INFO_OTHER,
    SESSION_REFRESH,
    PRACK,
    AUTH_CHALLENGE,
    EARLY_MEDIA,
    FORK,
    DTMF_INFO,
    GLARE,
    FAILOVER,
    VIDEO_UPGRADE,
    MOH,
    VOICEMAIL_DEPOSIT,
    ANNOUNCEMENT,
    CONSULTATION_CALL,
    CALL_COMPLETION,
    HOOK_FLASH,
    SRTP,
    DELAYED_OFFER,
    AUTO_ANSWER,
    EMERGENCY,
    ANONYMOUS,
    EARLY_UPDATE,
    RING_GROUP;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// For programs and addresses: `forward-no-answer`.
    public String slug() {
        return slug;
    }

    /// A property of a call rather than a service.
    public boolean isTag() {
        return compareTo(SESSION_REFRESH) >= 0;
    }
}
