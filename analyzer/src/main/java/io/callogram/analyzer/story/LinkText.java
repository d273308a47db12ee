package io.callogram.analyzer.story;

import io.callogram.analyzer.call.Ground;
import io.callogram.analyzer.call.Link;
import java.util.HashMap;
import java.util.Map;

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
            out.append(Sentences.of(language).text("L." + ground.key(), values(ground)));
            if (ground.points() != 0) {
                out.append(language == Language.ZH ? "（" : " (");
                out.append(ground.points()).append(language == Language.ZH ? "）" : ")");
            }
        }
        return out.toString();
    }

    private static Map<String, String> values(Ground ground) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < ground.values().size(); i++) {
            values.put(Integer.toString(i), ground.values().get(i));
        }
        return values;
    }
}
