package io.callogram.analyzer.index;

import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.index.record.RecordBytes;
import io.callogram.analyzer.sip.Where;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// From where to where in its source a call goes. Which of the calls that were going on at a
/// position holds the message there, its record tells: so two numbers a call are enough.
final class Spans {
    private static final String FIRST = "first";
    private static final String LAST = "last";

    private static final int POSITION_BITS = 48;
    private static final long LAST_POSITION = (1L << POSITION_BITS) - 1;

    private Spans() {}

    /// The messages of a call are all of one source.
    static void add(List<IndexableField> document, List<Where> places) {
        if (places.isEmpty()) {
            return;
        }
        long first = LAST_POSITION;
        long last = 0;
        for (int i = 0; i < places.size(); i++) {
            long position = places.get(i).position();
            first = Math.min(first, position);
            last = Math.max(last, position);
        }
        int source = places.getFirst().source();
        document.add(NumericDocValuesField.indexedField(FIRST, place(source, first)));
        document.add(NumericDocValuesField.indexedField(LAST, place(source, last)));
    }

    /// Calls that hold a message before that position.
    static Query before(int source, long position) {
        return range(FIRST, place(source, 0), place(source, position) - 1);
    }

    /// Calls that hold a message before that position and one at it or behind.
    static Query across(int source, long position) {
        return both(before(source, position), endingFrom(source, position));
    }

    /// The call that holds the message there; null when none does.
    static @Nullable CallRecord at(IndexSearcher searcher, int source, long position)
            throws IOException {
        Query goingOn = both(before(source, position + 1), endingFrom(source, position));
        Weight weight =
                searcher.createWeight(searcher.rewrite(goingOn), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            BytesRef found = scorer == null ? null : holding(leaf, scorer.iterator(), position);
            if (found != null) {
                return RecordBytes.unpack(found.bytes, found.offset);
            }
        }
        return null;
    }

    private static @Nullable BytesRef holding(
            LeafReaderContext leaf, DocIdSetIterator calls, long position) throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        BinaryDocValues records = DocValues.getBinary(leaf.reader(), CallDocuments.RECORD);
        for (int doc = calls.nextDoc();
                doc != DocIdSetIterator.NO_MORE_DOCS;
                doc = calls.nextDoc()) {
            if ((live == null || live.get(doc)) && records.advanceExact(doc)) {
                BytesRef record = records.binaryValue();
                if (RecordBytes.holds(record.bytes, record.offset, position)) {
                    return record;
                }
            }
        }
        return null;
    }

    private static Query both(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, BooleanClause.Occur.FILTER)
                .add(other, BooleanClause.Occur.FILTER)
                .build();
    }

    private static Query endingFrom(int source, long position) {
        return range(LAST, place(source, position), place(source, LAST_POSITION));
    }

    private static Query range(String field, long from, long to) {
        return NumericDocValuesField.newSlowRangeQuery(field, from, to);
    }

    private static long place(int source, long position) {
        return ((long) source << POSITION_BITS) + Math.min(position, LAST_POSITION);
    }
}
