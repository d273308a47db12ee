package io.callogram.analyzer.index;

import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.query.WordField;
import java.util.List;

/// A query without the clauses that ask for one field alone.
final class Unchosen {

    private Unchosen() {}

    static Query of(Query query, WordField field) {
        if (isOnly(query, field)) {
            return new Query.All();
        }
        if (!(query instanceof Query.And(List<Query> parts))) {
            return query;
        }
        List<Query> kept =
                parts.stream()
                        .map(part -> of(part, field))
                        .filter(part -> !(part instanceof Query.All))
                        .toList();
        return switch (kept.size()) {
            case 0 -> new Query.All();
            case 1 -> kept.getFirst();
            default -> new Query.And(kept);
        };
    }

    /// `source:` looks at the id and at the name.
    private static boolean asks(WordField asked, WordField field) {
        return asked == field || (asked == WordField.SOURCE_NAME && field == WordField.SOURCE);
    }

    private static boolean isOnly(Query query, WordField field) {
        return switch (query) {
            case Query.Words words -> asks(words.field(), field);
            case Query.Not(Query part) -> isOnly(part, field);
            case Query.And(List<Query> parts) ->
                    parts.stream().allMatch(part -> isOnly(part, field));
            case Query.Or(List<Query> parts) ->
                    parts.stream().allMatch(part -> isOnly(part, field));
            case Query.All _, Query.Amounts _, Query.Addresses _ -> false;
        };
    }
}
