package io.callogram.analyzer.index;

import io.callogram.analyzer.index.query.AmountField;
import io.callogram.analyzer.index.query.Glob;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.query.WordField;
import java.util.List;
import org.apache.lucene.document.InetAddressPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// Our query tree as Lucene's. Nothing is scored.
final class Translation {

    private static final List<WordField> TEXT_PARTS =
            List.of(WordField.NAME, WordField.CALL_ID, WordField.AGENT);

    private Translation() {}

    static org.apache.lucene.search.Query of(Query query) {
        return switch (query) {
            case Query.All _ -> MatchAllDocsQuery.INSTANCE;
            case Query.And(var parts) -> all(parts);
            case Query.Or(var parts) -> any(parts.stream().map(Translation::of).toList());
            case Query.Not not -> all(List.of(not));
            case Query.Words(var field, var globs) -> words(field, globs);
            case Query.Amounts(AmountField field, long from, long to) ->
                    LongPoint.newRangeQuery(CallDocuments.name(field), from, to);
            case Query.Addresses(var from, var to) ->
                    InetAddressPoint.newRangeQuery(
                            CallDocuments.ADDRESS, Points.inet(from), Points.inet(to));
        };
    }

    private static org.apache.lucene.search.Query all(List<Query> parts) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean positive = false;
        for (Query part : parts) {
            if (part instanceof Query.Not(var inner)) {
                all.add(of(inner), Occur.MUST_NOT);
            } else {
                all.add(of(part), Occur.FILTER);
                positive = true;
            }
        }
        if (!positive) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return all.build();
    }

    private static org.apache.lucene.search.Query any(List<org.apache.lucene.search.Query> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        parts.forEach(part -> any.add(part, Occur.SHOULD));
        return any.build();
    }

    /// One condition for many whole values, which are many where a word stands for what we say.
    private static org.apache.lucene.search.Query words(WordField field, List<Glob> globs) {
        if (globs.size() > 1 && globs.stream().allMatch(Glob::isWhole)) {
            List<BytesRef> values =
                    globs.stream().map(glob -> new BytesRef(glob.pieces().getFirst())).toList();
            return new TermInSetQuery(CallDocuments.name(field), values);
        }
        return any(globs.stream().map(glob -> glob(field, glob)).toList());
    }

    private static org.apache.lucene.search.Query glob(WordField field, Glob glob) {
        if (field == WordField.TEXT && !glob.isSimple()) {
            return any(TEXT_PARTS.stream().map(part -> terms(part, glob)).toList());
        }
        if (CallDocuments.hasTrigrams(field) && glob.isSimple()) {
            org.apache.lucene.search.Query found =
                    Trigrams.find(CallDocuments.trigrams(field), glob);
            return field == WordField.TEXT
                    ? any(List.of(found, terms(WordField.AGENT, glob)))
                    : found;
        }
        return CallDocuments.isReversed(field) && glob.toEnd() && !glob.fromStart()
                ? terms(CallDocuments.reversed(field), endFirst(glob))
                : terms(field, glob);
    }

    /// Of a glob that holds the end of a value alone: what its reversed values begin with.
    private static Glob endFirst(Glob glob) {
        List<String> pieces =
                glob.pieces().reversed().stream().map(CallDocuments::reversed).toList();
        return new Glob(pieces, true, false);
    }

    private static org.apache.lucene.search.Query terms(WordField field, Glob glob) {
        return terms(CallDocuments.name(field), glob);
    }

    private static org.apache.lucene.search.Query terms(String name, Glob glob) {
        if (glob.isSimple() && glob.fromStart()) {
            Term term = new Term(name, glob.pieces().getFirst());
            return glob.toEnd() ? new TermQuery(term) : new PrefixQuery(term);
        }
        return new GlobTerms(name, glob);
    }
}
