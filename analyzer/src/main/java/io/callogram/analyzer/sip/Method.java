package io.callogram.analyzer.sip;

/// Request methods that rules name; any other token is `OTHER`, its text is read from the message.
public enum Method {
    INVITE,
    ACK,
    BYE,
    CANCEL,
    REGISTER,
    OPTIONS,
    PRACK,
    SUBSCRIBE,
    NOTIFY,
    PUBLISH,
    INFO,
    REFER,
    MESSAGE,
    UPDATE,
    OTHER;

    /// Whether a request of this method without a To tag may create a dialog (RFC 3261 §12, RFC
    /// 6665, RFC 3515).
    public boolean formsDialog() {
        return this == INVITE || this == SUBSCRIBE || this == REFER;
    }
}
