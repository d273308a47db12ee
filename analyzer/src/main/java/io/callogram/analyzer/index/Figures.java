package io.callogram.analyzer.index;

import io.callogram.analyzer.call.CallKind;
import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.index.query.AmountField;
import io.callogram.analyzer.index.query.Glob;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.query.WordField;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/// Gathers the amounts of every match that figures are made of: two numbers a call.
final class Figures extends SimpleCollector {

    private static final CollectorManager<Figures, Figures> MANAGER =
            new CollectorManager<>() {
                @Override
                public Figures newCollector() {
                    return new Figures();
                }

                @Override
                public Figures reduce(Collection<Figures> parts) {
                    Figures all = new Figures();
                    parts.forEach(all::add);
                    return all;
                }
            };

    private final Map<Long, Long> codes = new HashMap<>();
    private long[] delays = new long[1024];
    private int size;
    private NumericDocValues code = DocValues.emptyNumeric();
    private NumericDocValues delay = DocValues.emptyNumeric();

    static Statistics of(IndexSearcher searcher, Query asked, Summary summary) throws IOException {
        Figures figures = searcher.search(Translation.of(asked), MANAGER);
        Query calls = and(asked, words(WordField.KIND, CallKind.CALL.slug()));
        long attempts = 0;
        for (Outcome outcome : Outcome.values()) {
            attempts += isDecided(outcome) ? count(searcher, calls, outcome) : 0;
        }
        Query declined = and(calls, words(WordField.OUTCOME_CLASS, "declined"));
        long answered = count(searcher, calls, Outcome.ANSWERED);
        long reached =
                answered
                        + count(searcher, calls, Outcome.BUSY)
                        + count(searcher, calls, Outcome.NO_ANSWER)
                        + count(searcher, calls, Outcome.CANCELLED)
                        + count(searcher, declined, Outcome.REJECTED);
        return new Statistics(
                summary, figures.codes(), attempts, answered, reached, figures.delays());
    }

    private static boolean isDecided(Outcome outcome) {
        return outcome != Outcome.IN_PROGRESS;
    }

    private static long count(IndexSearcher searcher, Query calls, Outcome outcome)
            throws IOException {
        Query query = and(calls, words(WordField.OUTCOME, outcome.slug()));
        return searcher.count(Translation.of(query));
    }

    private static Query and(Query one, Query other) {
        return new Query.And(List.of(one, other));
    }

    private static Query words(WordField field, String slug) {
        return new Query.Words(field, List.of(Glob.whole(slug)));
    }

    private List<Summary.Count> codes() {
        return codes.entrySet().stream()
                .map(entry -> new Summary.Count(Long.toString(entry.getKey()), entry.getValue()))
                .sorted(
                        Comparator.comparingLong(Summary.Count::count)
                                .reversed()
                                .thenComparing(Summary.Count::value))
                .toList();
    }

    private Statistics.@Nullable Percentiles delays() {
        long[] sorted = Arrays.copyOf(delays, size);
        Arrays.sort(sorted);
        return size == 0 ? null : Statistics.Percentiles.of(sorted);
    }

    private void add(Figures part) {
        part.codes.forEach((value, count) -> codes.merge(value, count, Long::sum));
        for (int i = 0; i < part.size; i++) {
            add(part.delays[i]);
        }
    }

    private void add(long value) {
        if (size == delays.length) {
            delays = Arrays.copyOf(delays, 2 * size);
        }
        delays[size++] = value;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        code = DocValues.getNumeric(leaf.reader(), CallDocuments.RESULT);
        delay =
                DocValues.getNumeric(
                        leaf.reader(), CallDocuments.name(AmountField.POST_DIAL_DELAY));
    }

    @Override
    public void collect(int doc) throws IOException {
        if (code.advanceExact(doc)) {
            codes.merge(code.longValue(), 1L, Long::sum);
        }
        if (delay.advanceExact(doc)) {
            add(delay.longValue());
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
