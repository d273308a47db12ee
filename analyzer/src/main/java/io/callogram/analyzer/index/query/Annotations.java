package io.callogram.analyzer.index.query;

import io.callogram.analyzer.index.record.Fold;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What people wrote beside the captures: names of sources and notes on calls. The index knows
/// neither as they are now; clauses that ask for them are therefore turned into clauses that ask
/// for ids.
///
/// @param names by number of the source
/// @param notes by id of the call
public record Annotations(Map<Integer, String> names, Map<String, String> notes) {

    private static final List<Glob> NONE = List.of(Glob.whole("none"));

    public Query resolve(Query query) {
        return switch (query) {
            case Query.Words words -> words(words);
            case Query.And(List<Query> parts) -> new Query.And(all(parts));
            case Query.Or(List<Query> parts) -> new Query.Or(all(parts));
            case Query.Not(Query part) -> new Query.Not(resolve(part));
            case Query.All _, Query.Amounts _, Query.Addresses _ -> query;
        };
    }

    private List<Query> all(List<Query> parts) {
        return parts.stream().map(this::resolve).toList();
    }

    /// Text of a call is what was noted on it, too.
    private Query words(Query.Words asked) {
        return switch (asked.field()) {
            case SOURCE_NAME ->
                    new Query.Words(WordField.SOURCE, ids(asked, names, number -> "s" + number));
            case NOTE -> noted(asked);
            case TEXT -> notes.isEmpty() ? asked : new Query.Or(List.of(asked, noted(asked)));
            default -> asked;
        };
    }

    private Query noted(Query.Words asked) {
        return new Query.Words(WordField.ID, ids(asked, notes, Function.identity()));
    }

    private static <K> List<Glob> ids(
            Query.Words asked, Map<K, String> written, Function<K, String> id) {
        List<Glob.Bytes> globs = asked.globs().stream().map(Glob::compile).toList();
        List<Glob> found =
                written.entrySet().stream()
                        .filter(each -> matches(globs, Fold.fold(each.getValue())))
                        .map(each -> Glob.whole(id.apply(each.getKey())))
                        .toList();
        return found.isEmpty() ? NONE : found;
    }

    private static boolean matches(List<Glob.Bytes> globs, String written) {
        return !written.isEmpty() && globs.stream().anyMatch(glob -> glob.matches(written));
    }
}
