package io.callogram.analyzer.catalogue;

import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.hint.HintKind;
import io.callogram.analyzer.story.Language;
import io.callogram.analyzer.story.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What is to be said of a flow.
///
/// @param hints diagnostics that go with it
/// @param attributes what else is concluded of it, as slugs
public record FlowEntry(
        FlowKind kind, List<Standard> standards, List<HintKind> hints, List<String> attributes) {
    private static final Bundle BUNDLE = new Bundle("flows");

    /// In order of precedence.
    public static List<FlowEntry> all() {
        return Arrays.stream(FlowKind.values()).map(FlowEntry::of).toList();
    }

    public static FlowEntry of(FlowKind kind) {
        return new FlowEntry(
                kind,
                BUNDLE.standards(kind.slug() + ".standards"),
                BUNDLE.list(kind.slug() + ".hints", " ").stream().map(FlowEntry::hint).toList(),
                BUNDLE.list(kind.slug() + ".attributes", " "));
    }

    private static HintKind hint(String slug) {
        return HintKind.valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public Group group() {
        return Group.of(kind);
    }

    public String name(Language language) {
        return Names.of(kind, language);
    }

    /// One sentence.
    public String is(Language language) {
        return BUNDLE.text(kind.slug() + ".is", language);
    }

    /// The rule in words.
    public String when(Language language) {
        return BUNDLE.text(kind.slug() + ".when", language);
    }
}
