package io.callogram.samples.sip;

/// The first line of a message, RFC 3261 §7.1 and §7.2.
public sealed interface StartLine {
    /// A request line.
    record Request(String method, String uri) implements StartLine {}

    /// A status line.
    record Status(int code, String reason) implements StartLine {}
}
