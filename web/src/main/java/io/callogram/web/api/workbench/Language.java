package io.callogram.web.api.workbench;

import org.jspecify.annotations.Nullable;

/// A language that sentences are written in.
public enum Language {
    EN,
    ZH;

    /// Chinese for any tag that begins with `zh` (RFC 5646), else English.
    public static Language of(@Nullable String tag) {
        return tag != null && tag.regionMatches(true, 0, "zh", 0, 2) ? ZH : EN;
    }

    public String pick(String english, String chinese) {
        return this == ZH ? chinese : english;
    }
}
