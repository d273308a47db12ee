package io.callogram.analyzer.compare;

import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Reasons;

/// One message as far as calls can be compared by it.
///
/// @param message its number
/// @param from role of its sender
/// @param to role of its receiver
/// @param method of the request, or of the request that it answers
/// @param status 0 for a request
/// @param within a request within a dialog: a re-INVITE is no INVITE
/// @param branches how many parallel branches carry it
public record Passage(
        int message,
        String from,
        String to,
        Method method,
        int status,
        boolean within,
        int branches) {

    public String label() {
        if (status == 0) {
            boolean again = within && method == Method.INVITE;
            return again ? "re-INVITE" : method.name();
        }
        String reason = Reasons.of(status);
        String said = reason.isEmpty() ? String.valueOf(status) : status + " " + reason;
        return method == Method.INVITE ? said : said + " (" + method + ")";
    }

    boolean isSame(Passage other) {
        return status == other.status && within == other.within && isLike(other);
    }

    /// An answer to the same request that says something else.
    boolean isOtherAnswer(Passage other) {
        return status > 0 && other.status > 0 && status != other.status && isLike(other);
    }

    /// The other party ends the call (RFC 3261 §15: either may).
    boolean isOtherEnd(Passage other) {
        return method == Method.BYE && other.method == Method.BYE && status == other.status;
    }

    private boolean isLike(Passage other) {
        return method == other.method && from.equals(other.from) && to.equals(other.to);
    }

    Passage branching() {
        return new Passage(message, from, to, method, status, within, branches + 1);
    }
}
