package io.callogram.samples.script;

import io.callogram.samples.sip.Body;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A response to be sent, RFC 3261 §8.2.6.
public record Reply(int code, String reason, List<String> extra, @Nullable Body body) {
    public static Reply of(int code) {
        return new Reply(code, Reasons.of(code), List.of(), null);
    }

    public Reply with(String... lines) {
        return new Reply(code, reason, List.of(lines), body);
    }

    public Reply saying(@Nullable Body content) {
        return new Reply(code, reason, extra, content);
    }

    public Reply calling(String otherReason) {
        return new Reply(code, otherReason, extra, body);
    }
}
