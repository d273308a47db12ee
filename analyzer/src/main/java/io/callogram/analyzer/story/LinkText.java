package io.callogram.analyzer.story;

import io.callogram.analyzer.call.Ground;
import io.callogram.analyzer.call.Link;

/// Why a leg belongs to a call, in words.
public final class LinkText {

    private LinkText() {}

    /// Everything that speaks for it, with the points it counts for.
    public static String of(Link link, Language language) {
        StringBuilder out = new StringBuilder();
        for (Ground ground : link.grounds()) {
            if (!out.isEmpty()) {
                out.append(language == Language.ZH ? "，" : ", ");
            }
            Sentences.of(language).append(out, "L." + ground.key(), ground.values());
            if (ground.points() != 0) {
                out.append(language == Language.ZH ? "（" : " (");
                out.append(ground.points()).append(language == Language.ZH ? "）" : ")");
            }
        }
        return out.toString();
    }
}
