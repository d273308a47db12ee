package io.callogram.samples.sip;

import org.jspecify.annotations.Nullable;

/// What names a dialog in a message: From and To as name-addr with their tags, and the Call-ID (RFC
/// 3261 §12).
public record Identity(
        String from, String fromTag, String to, @Nullable String toTag, String callId) {
    public Identity withToTag(@Nullable String tag) {
        return new Identity(from, fromTag, to, tag, callId);
    }
}
