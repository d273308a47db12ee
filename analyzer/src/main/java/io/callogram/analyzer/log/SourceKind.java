package io.callogram.analyzer.log;

import java.util.Locale;

/// Where a source comes from.
public enum SourceKind {
    UPLOAD,
    LIVE;

    String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
