package io.callogram.analyzer.dialog;

import io.callogram.analyzer.sip.Method;

/// One dialog: two tags, whichever side sends.
///
/// @param endToEnd end-to-end transaction that made it, 0 when unseen
/// @param usage INVITE, SUBSCRIBE or REFER
/// @param calleeTag 0 for a peer of RFC 2543 (§12.1.2)
public record Dialog(
        int id,
        int endToEnd,
        Method usage,
        long callerTag,
        long calleeTag,
        boolean startUnseen,
        DialogState state) {

    public boolean hasTags(long one, long other) {
        return (callerTag == one && calleeTag == other) || (callerTag == other && calleeTag == one);
    }

    public boolean isEarly() {
        return state instanceof DialogState.Early;
    }

    Dialog in(DialogState next) {
        return new Dialog(id, endToEnd, usage, callerTag, calleeTag, startUnseen, next);
    }

    Dialog tagged(long tag) {
        return new Dialog(id, endToEnd, usage, callerTag, tag, startUnseen, state);
    }
}
