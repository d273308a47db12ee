package io.callogram.analyzer.story;

import io.callogram.analyzer.flow.FlowKind;
import java.util.Map;

/// What flows are called, for whoever names them without telling a story.
public final class Names {

    private Names() {}

    public static String of(FlowKind kind, Language language) {
        return Sentences.of(language).text("F." + kind.slug(), Map.of());
    }
}
