package io.callogram.analyzer.index.query;

import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.catalogue.FlowEntry;
import io.callogram.analyzer.flow.hint.HintKind;
import io.callogram.analyzer.index.record.Fold;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.story.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What is concluded of calls, by the words it is told in: `busy`, `transfer`, `no ack`, `保持`.
final class Vocabulary {

    /// Fewer letters are a word of ours only as a whole: `ali` is Alice, not a keep-alive.
    private static final int BEGINNING = 4;

    private static final char FIRST_IDEOGRAPH = '\u2e80';

    /// @param words each between spaces
    private record Term(WordField field, String value, String words) {}

    private static final List<Term> TERMS = terms();

    private Vocabulary() {}

    private static List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        for (FlowEntry flow : FlowEntry.all()) {
            String slug = flow.kind().slug();
            terms.add(term(WordField.FLOW, slug, slug));
            for (Language language : Language.values()) {
                terms.add(term(WordField.FLOW, slug, flow.name(language)));
            }
        }
        for (HintKind hint : HintKind.values()) {
            terms.add(term(WordField.HINT, hint.slug(), hint.slug()));
        }
        for (Outcome outcome : Outcome.values()) {
            terms.add(term(WordField.OUTCOME, outcome.slug(), outcome.slug()));
        }
        for (Method method : Method.values()) {
            if (method != Method.OTHER) {
                terms.add(term(WordField.METHOD, Fold.term(method.name()), method.name()));
            }
        }
        return List.copyOf(terms);
    }

    private static Term term(WordField field, String value, String words) {
        return new Term(field, value, spaced(words) + " ");
    }

    /// Conditions that hold for calls of which something is said in such words; none when it is
    /// nobody's word.
    static List<Query> find(String text) {
        String asked = spaced(text);
        String bare = asked.strip();
        if (bare.isEmpty() || bare.indexOf(Reader.STAR) >= 0) {
            return List.of();
        }
        boolean ideographs = bare.chars().anyMatch(c -> c >= FIRST_IDEOGRAPH);
        boolean whole = !ideographs && bare.length() < BEGINNING;
        String wanted = ideographs ? bare : whole ? asked + " " : asked;
        Map<WordField, List<Glob>> found = new EnumMap<>(WordField.class);
        for (Term term : TERMS) {
            if (term.words.contains(wanted)) {
                found.computeIfAbsent(term.field, _ -> new ArrayList<>())
                        .add(Glob.whole(term.value));
            }
        }
        List<Query> queries = new ArrayList<>();
        found.forEach((field, globs) ->
                queries.add(new Query.Words(field, globs.stream().distinct().toList())));
        return queries;
    }

    /// Folded, every word after one space, so that ` hold` finds the beginning of a word.
    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length() + 1);
        boolean between = true;
        for (char c : Fold.fold(text).toCharArray()) {
            boolean separates = c == ' ' || c == '-' || c == '.' || c == '(' || c == ')';
            if (!separates && between) {
                spaced.append(' ');
            }
            if (!separates) {
                spaced.append(c);
            }
            between = separates;
        }
        return spaced.toString();
    }
}
