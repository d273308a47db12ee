package io.callogram.analyzer.index.query;

import io.callogram.analyzer.index.record.Fold;
import java.util.List;
import java.util.Map;

/// Names of sources as they are called now. The index keeps those of the day it was written;
/// clauses that ask for a name are therefore turned into clauses that ask for ids.
///
/// @param names by number of the source
public record SourceNames(Map<Integer, String> names) {

    private static final Glob NO_SOURCE = Glob.whole("none");

    public Query resolve(Query query) {
        return switch (query) {
            case Query.Words words when words.field() == WordField.SOURCE_NAME -> ids(words);
            case Query.And(List<Query> parts) -> new Query.And(all(parts));
            case Query.Or(List<Query> parts) -> new Query.Or(all(parts));
            case Query.Not(Query part) -> new Query.Not(resolve(part));
            case Query.All _, Query.Words _, Query.Amounts _, Query.Addresses _ -> query;
        };
    }

    private List<Query> all(List<Query> parts) {
        return parts.stream().map(this::resolve).toList();
    }

    private Query ids(Query.Words asked) {
        List<Glob.Bytes> globs = asked.globs().stream().map(Glob::compile).toList();
        List<Glob> found =
                names.entrySet().stream()
                        .filter(each -> matches(globs, Fold.term(each.getValue())))
                        .map(each -> Glob.whole("s" + each.getKey()))
                        .toList();
        return new Query.Words(WordField.SOURCE, found.isEmpty() ? List.of(NO_SOURCE) : found);
    }

    private static boolean matches(List<Glob.Bytes> globs, String name) {
        return !name.isEmpty() && globs.stream().anyMatch(glob -> glob.matches(name));
    }
}
