package io.callogram.analyzer.call.moment;

import java.util.Locale;

/// What has a state.
public enum Subject {
    /// `calling`, `early`, `connected`, `held`, `ended`; `asked`, `answered` where nobody talks.
    CALL,
    /// `calling` until the final response, then `concluded`.
    LEG,
    /// `early`, `confirmed`, `terminated` (RFC 3261 §12).
    DIALOG,
    /// Audio of a dialog: `both`, `forward`, `backward`, `none` by who may send, or `closed`.
    MEDIA,
    /// Hop transactions as RFC 3261 §17 names their states.
    TRANSACTION;

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
