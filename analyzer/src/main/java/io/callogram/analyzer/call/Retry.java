package io.callogram.analyzer.call;

/// Which final responses invite the same request again.
final class Retry {

    private Retry() {}

    /// The response says what to change (RFC 3261 §8.1.3.4–8.1.3.5, §22; RFC 4028 §7.3; RFC 3329
    /// §2.3).
    static boolean isAsked(int status) {
        return (status >= 300 && status < 400)
                || switch (status) {
                    case 401, 407, 413, 415, 416, 420, 421, 422, 423, 428, 429, 494 -> true;
                    default -> false;
                };
    }

    /// Also where a client tries another server on its own account (RFC 3263 §4.3), offers other
    /// media than those refused (RFC 3261 §13.3.1.3), or the final response was not captured.
    static boolean isPossible(int status) {
        return isAsked(status)
                || switch (status) {
                    case 0, 408, 488, 503, 606 -> true;
                    default -> false;
                };
    }
}
