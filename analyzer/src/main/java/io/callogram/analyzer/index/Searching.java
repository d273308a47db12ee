package io.callogram.analyzer.index;

import io.callogram.analyzer.index.query.AmountField;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.query.WordField;
import io.callogram.analyzer.index.record.CallRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/// Runs searches: the page by the index's own order where it can, the summary once for every state
/// of the index.
final class Searching {

    private static final long LONGEST_NANOS = 2_000_000_000L;
    private static final int MOST_SUMMARIES = 64;

    /// What stands for a value that a call lacks.
    static final long MISSING = Long.MIN_VALUE;

    /// The state of the index that the summaries kept are of.
    private IndexReader.@Nullable CacheKey seen;

    private final Map<Query, Summary> summaries =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Query, Summary> eldest) {
                    return size() > MOST_SUMMARIES;
                }
            };

    static Sort sort(Order order) {
        String field = field(order);
        boolean descending = order.descending();
        SortField first =
                order.key() == Order.Key.START
                        ? new SortField(field, SortField.Type.LONG, descending)
                        : new SortField(field, SortField.Type.LONG, descending, MISSING);
        return new Sort(first, new SortField(CallDocuments.TIE, SortField.Type.LONG, descending));
    }

    static String field(Order order) {
        return CallDocuments.name(
                switch (order.key()) {
                    case START -> AmountField.START;
                    case DURATION -> AmountField.DURATION;
                    case TALK -> AmountField.TALK;
                    case PDD -> AmountField.POST_DIAL_DELAY;
                    case RING -> AmountField.RING;
                    case MESSAGES -> AmountField.MESSAGES;
                });
    }

    private static IndexSearcher bounded(IndexSearcher shared) {
        IndexSearcher searcher = new IndexSearcher(shared.getIndexReader());
        long deadline = System.nanoTime() + LONGEST_NANOS;
        searcher.setTimeout(() -> System.nanoTime() - deadline > 0);
        return searcher;
    }

    Statistics statistics(IndexSearcher shared, Query asked) throws IOException, SearchTooLong {
        IndexSearcher searcher = bounded(shared);
        Summary summary = summary(searcher, asked, searcher.rewrite(Translation.of(asked)));
        Statistics statistics = Figures.of(searcher, asked, summary);
        if (searcher.timedOut()) {
            throw new SearchTooLong();
        }
        return statistics;
    }

    Page page(IndexSearcher shared, Search search)
            throws IOException, UnusableCursor, SearchTooLong {
        IndexSearcher searcher = bounded(shared);
        org.apache.lucene.search.Query query = searcher.rewrite(Translation.of(search.query()));
        int limit = Math.clamp(search.limit(), 1, Search.MOST);
        Summary summary = summary(searcher, search.query(), query);
        if (search.after() == null && search.skip() >= Math.max(1, summary.total())) {
            return new Page(List.of(), null, search.skip(), summary.total(), null);
        }
        // one hit more than the page tells whether there is a next one
        TopFieldDocs top = top(searcher, query, search, limit + 1);
        boolean more = top.scoreDocs.length > limit;
        int size = Math.min(limit, top.scoreDocs.length);
        List<CallRecord> calls = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            calls.add(CallIndex.record(searcher, top.scoreDocs[i].doc));
        }
        Summary facets = search.begins() ? faceted(searcher, search.query(), summary) : null;
        if (searcher.timedOut()) {
            throw new SearchTooLong();
        }
        String next = more ? Cursor.of(search.order(), (FieldDoc) top.scoreDocs[limit - 1]) : null;
        long first = search.after() == null ? search.skip() : -1;
        return new Page(calls, next, first, summary.total(), facets);
    }

    /// Each facet counted as if nothing of it were chosen: what a further choice would give.
    private Summary faceted(IndexSearcher searcher, Query asked, Summary summary)
            throws IOException {
        Map<String, List<Summary.Count>> facets = new LinkedHashMap<>();
        for (WordField field : Matches.FACETS) {
            Query open = Unchosen.of(asked, field);
            Summary counted =
                    open.equals(asked)
                            ? summary
                            : summary(searcher, open, searcher.rewrite(Translation.of(open)));
            String name = CallDocuments.name(field);
            facets.put(name, counted.facets().getOrDefault(name, List.of()));
        }
        return new Summary(summary.total(), facets, summary.histogram());
    }

    /// In the index's own order a search ends with the page, however many calls match.
    private static TopFieldDocs top(
            IndexSearcher searcher, org.apache.lucene.search.Query query, Search search, int limit)
            throws IOException, UnusableCursor {
        FieldDoc after = null;
        if (search.after() != null) {
            after = Cursor.read(search.order(), search.after());
        } else if (search.skip() > 0) {
            after = Ranks.before(searcher, query, search.order(), search.skip());
        }
        return searcher.search(
                query, new TopFieldCollectorManager(sort(search.order()), limit, after, limit));
    }

    private Summary summary(
            IndexSearcher searcher, Query asked, org.apache.lucene.search.Query query)
            throws IOException {
        IndexReader.CacheKey state = searcher.getIndexReader().getReaderCacheHelper().getKey();
        synchronized (summaries) {
            if (!state.equals(seen)) {
                summaries.clear();
                seen = state;
            }
            Summary kept = summaries.get(asked);
            if (kept != null) {
                return kept;
            }
        }
        Summary summary = searcher.search(query, Matches.MANAGER).summary();
        synchronized (summaries) {
            if (state.equals(seen) && !searcher.timedOut()) {
                summaries.put(asked, summary);
            }
        }
        return summary;
    }

    long newest(IndexSearcher searcher) throws IOException {
        TopFieldDocs top =
                searcher.search(
                        MatchAllDocsQuery.INSTANCE,
                        new TopFieldCollectorManager(sort(Order.NEWEST), 1, null, 1));
        return top.scoreDocs.length == 0 ? 0 : (Long) ((FieldDoc) top.scoreDocs[0]).fields[0];
    }
}
