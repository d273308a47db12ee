package io.callogram.analyzer.index;

import io.callogram.analyzer.call.Outcome;
import io.callogram.analyzer.index.query.AmountField;
import io.callogram.analyzer.index.query.WordField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;

/// Collects which calls match, one bit set a segment, and counts over them: the facets and the
/// histogram need the first and the last match before they can be cut into buckets.
final class Matches implements Collector {

    static final CollectorManager<Matches, Matches> MANAGER =
            new CollectorManager<>() {
                @Override
                public Matches newCollector() {
                    return new Matches();
                }

                @Override
                public Matches reduce(Collection<Matches> parts) {
                    Matches all = new Matches();
                    parts.forEach(part -> all.segments.addAll(part.segments));
                    return all;
                }
            };

    static final List<WordField> FACETS =
            List.of(WordField.OUTCOME, WordField.KIND, WordField.SOURCE, WordField.FLOW);

    private record Segment(LeafReaderContext leaf, FixedBitSet calls) {}

    private final List<Segment> segments = new ArrayList<>();

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) {
        FixedBitSet calls = new FixedBitSet(leaf.reader().maxDoc());
        segments.add(new Segment(leaf, calls));
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {
                // nothing is scored
            }

            @Override
            public void collect(int doc) {
                calls.set(doc);
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    Summary summary() throws IOException {
        long total = 0;
        for (Segment segment : segments) {
            total += segment.calls.cardinality();
        }
        Map<String, List<Summary.Count>> facets = new LinkedHashMap<>();
        for (WordField field : FACETS) {
            facets.put(CallDocuments.name(field), facet(CallDocuments.name(field)));
        }
        return new Summary(total, facets, total == 0 ? null : histogram());
    }

    private List<Summary.Count> facet(String field) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        for (Segment segment : segments) {
            SortedSetDocValues values = DocValues.getSortedSet(segment.leaf.reader(), field);
            long[] byOrdinal = new long[Math.toIntExact(values.getValueCount())];
            SortedDocValues single = DocValues.unwrapSingleton(values);
            if (single != null) {
                countSingle(segment.calls, single, byOrdinal);
            } else {
                countSeveral(segment.calls, values, byOrdinal);
            }
            for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
                if (byOrdinal[ordinal] > 0) {
                    counts.merge(
                            values.lookupOrd(ordinal).utf8ToString(),
                            byOrdinal[ordinal],
                            Long::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new Summary.Count(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingLong(Summary.Count::count)
                                .reversed()
                                .thenComparing(Summary.Count::value))
                .toList();
    }

    private static void countSingle(FixedBitSet calls, SortedDocValues values, long[] byOrdinal)
            throws IOException {
        for (int doc = next(calls, 0); doc >= 0; doc = next(calls, doc + 1)) {
            if (values.advanceExact(doc)) {
                byOrdinal[values.ordValue()]++;
            }
        }
    }

    private static void countSeveral(FixedBitSet calls, SortedSetDocValues values, long[] byOrdinal)
            throws IOException {
        for (int doc = next(calls, 0); doc >= 0; doc = next(calls, doc + 1)) {
            if (values.advanceExact(doc)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    byOrdinal[(int) values.nextOrd()]++;
                }
            }
        }
    }

    private Summary.Histogram histogram() throws IOException {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Segment segment : segments) {
            int newest = next(segment.calls, 0);
            if (newest >= 0) {
                // each segment is sorted by start, newest first
                int oldest = segment.calls.prevSetBit(segment.calls.length() - 1);
                last = Math.max(last, start(segment, newest));
                first = Math.min(first, start(segment, oldest));
            }
        }
        Buckets buckets = Buckets.over(first, last);
        for (Segment segment : segments) {
            NumericDocValues starts = starts(segment);
            SortedDocValues outcomes = outcomes(segment);
            int[] kinds = kinds(outcomes);
            for (int doc = next(segment.calls, 0); doc >= 0; doc = next(segment.calls, doc + 1)) {
                starts.advanceExact(doc);
                outcomes.advanceExact(doc);
                buckets.add(starts.longValue(), kinds[outcomes.ordValue()]);
            }
        }
        return buckets.histogram();
    }

    private static long start(Segment segment, int doc) throws IOException {
        NumericDocValues starts = starts(segment);
        starts.advanceExact(doc);
        return starts.longValue();
    }

    private static NumericDocValues starts(Segment segment) throws IOException {
        return DocValues.getNumeric(segment.leaf.reader(), CallDocuments.name(AmountField.START));
    }

    private static SortedDocValues outcomes(Segment segment) throws IOException {
        String field = CallDocuments.name(WordField.OUTCOME);
        return DocValues.unwrapSingleton(DocValues.getSortedSet(segment.leaf.reader(), field));
    }

    private static int[] kinds(SortedDocValues outcomes) throws IOException {
        int[] kinds = new int[outcomes.getValueCount()];
        for (int ordinal = 0; ordinal < kinds.length; ordinal++) {
            String slug = outcomes.lookupOrd(ordinal).utf8ToString();
            for (Outcome outcome : Outcome.values()) {
                if (outcome.slug().equals(slug)) {
                    kinds[ordinal] = Buckets.kind(outcome);
                }
            }
        }
        return kinds;
    }

    private static int next(FixedBitSet calls, int from) {
        if (from >= calls.length()) {
            return -1;
        }
        int doc = calls.nextSetBit(from);
        return doc == org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS ? -1 : doc;
    }
}
