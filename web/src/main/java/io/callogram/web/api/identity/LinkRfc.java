package io.callogram.web.api.identity;

/// Which specification makes a kind of link.
final class LinkRfc {

    private LinkRfc() {}

    static String of(String kind) {
        return switch (kind) {
            case "replaces", "consult" -> "RFC 3891 §3";
            case "join" -> "RFC 3911";
            case "target-dialog" -> "RFC 4538";
            case "refer" -> "RFC 3515";
            case "session-id" -> "RFC 7989";
            case "charging-vector" -> "RFC 7315";
            case "hep-correlation" -> "HEP 3";
            default -> "RFC 3261 §6";
        };
    }
}
