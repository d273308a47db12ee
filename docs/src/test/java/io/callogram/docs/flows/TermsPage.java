package io.callogram.docs.flows;

import io.callogram.analyzer.catalogue.Term;
import io.callogram.analyzer.story.Language;
import java.util.stream.Collectors;

/// The words that explanations use.
final class TermsPage {
    private static final String FRONT =
            """
            # Terms · 术语

            The words of SIP that the stories use, what each means, and what is often said of it and not so.

            流程说明所用的 SIP 术语、含义，以及常见的误解。
            """;

    private TermsPage() {}

    static String markdown() {
        StringBuilder out = new StringBuilder(FRONT);
        for (Term term : Term.all()) {
            out.append("\n## %s · %s\n".formatted(en(term), term.name(Language.ZH)));
            for (Language language : Language.values()) {
                String wrong = language == Language.EN ? "Often said" : "常见误解";
                out.append("\n%s\n".formatted(term.is(language)));
                out.append("\n> %s: %s\n".formatted(wrong, term.not(language)));
            }
            out.append('\n');
            out.append(
                    term.standards().stream()
                            .map(FlowPage::link)
                            .collect(Collectors.joining(", ")));
            out.append('\n');
        }
        return out.toString();
    }

    private static String en(Term term) {
        return term.name(Language.EN);
    }
}
