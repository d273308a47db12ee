package io.callogram.analyzer.catalogue;

import io.callogram.analyzer.story.Language;
import java.util.List;

/// A word of SIP that people use, and often wrongly.
public record Term(String slug, List<Standard> standards) {
    private static final Bundle BUNDLE = new Bundle("terms");

    /// In the order in which they explain each other.
    public static List<Term> all() {
        return BUNDLE.list("terms", " ").stream().map(Term::of).toList();
    }

    private static Term of(String slug) {
        return new Term(slug, BUNDLE.standards(slug + ".standards"));
    }

    public String name(Language language) {
        return BUNDLE.text(slug + ".name", language);
    }

    /// What it means.
    public String is(Language language) {
        return BUNDLE.text(slug + ".is", language);
    }

    /// What is often said and not so, and what is right.
    public String not(Language language) {
        return BUNDLE.text(slug + ".not", language);
    }
}
