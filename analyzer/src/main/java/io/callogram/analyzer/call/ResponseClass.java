package io.callogram.analyzer.call;

/// What kind of refusal a status code is (RFC 3261 §21 and the registry that goes on from there).
final class ResponseClass {

    private ResponseClass() {}

    static String of(int status) {
        return switch (status) {
            case 401, 407 -> "auth";
            case 403 -> "forbidden";
            case 404, 410, 604 -> "not-found";
            case 408 -> "no-response";
            case 413, 414, 415, 416, 420, 421 -> "unsupported";
            case 422, 423, 439 -> "interval";
            case 428, 429, 436, 437, 438 -> "identity";
            case 433 -> "anonymous";
            case 480 -> "unavailable";
            case 481 -> "gone";
            case 482 -> "loop";
            case 483 -> "too-many-hops";
            case 484 -> "incomplete";
            case 485 -> "ambiguous";
            case 488, 606 -> "media";
            case 489 -> "bad-event";
            case 491 -> "glare";
            case 494 -> "security";
            case 580 -> "precondition";
            case 603, 607, 608 -> "declined";
            default -> status >= 600 ? "declined" : status >= 500 ? "server" : "refused";
        };
    }

    /// Nobody refused: something did not work.
    static boolean isFailure(int status) {
        return switch (status) {
            case 408, 480, 481, 482, 483 -> true;
            default -> status >= 500 && status < 600;
        };
    }
}
