package io.callogram.analyzer.story;

import org.jspecify.annotations.Nullable;

/// A language that stories are told in.
public enum Language {
    EN,
    ZH;

    /// Chinese for any tag that begins with `zh` (RFC 5646), else English.
    public static Language of(@Nullable String tag) {
        return tag != null && tag.regionMatches(true, 0, "zh", 0, 2) ? ZH : EN;
    }
}
