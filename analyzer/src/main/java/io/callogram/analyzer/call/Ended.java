package io.callogram.analyzer.call;

/// Who ended a conversation.
public enum Ended {
    CALLER,
    CALLEE,
    NETWORK
}
