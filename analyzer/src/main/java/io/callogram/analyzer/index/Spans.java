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
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// From where to where in its source a call goes. Which of the calls that were going on at a
/// position holds the message there, its record tells: so two numbers a call are enough. Calls that
/// began together stand together in the index, so that most of it is passed over in blocks.
final class Spans {
    private static final String FIRST = "first";
    private static final String LAST = "last";

    private Spans() {}

    static void add(List<IndexableField> document, List<Where> places) {
        if (places.isEmpty()) {
            return;
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < places.size(); i++) {
            long position = places.get(i).position();
            first = Math.min(first, position);
            last = Math.max(last, position);
        }
        document.add(NumericDocValuesField.indexedField(FIRST, first));
        document.add(NumericDocValuesField.indexedField(LAST, last));
    }

    /// Calls that hold a message before that position.
    static Query before(Term source, long position) {
        return of(source).add(begunBefore(position), BooleanClause.Occur.FILTER).build();
    }

    /// Calls that hold a message before one position, and one at another or behind.
    static Query around(Term source, long before, long from) {
        return of(source)
                .add(begunBefore(before), BooleanClause.Occur.FILTER)
                .add(
                        NumericDocValuesField.newSlowRangeQuery(LAST, from, Long.MAX_VALUE),
                        BooleanClause.Occur.FILTER)
                .build();
    }

    /// The call that holds the message there; null when none does.
    static @Nullable CallRecord at(IndexSearcher searcher, Term source, long position)
            throws IOException {
        Query goingOn = searcher.rewrite(around(source, position + 1, position));
        Weight weight = searcher.createWeight(goingOn, ScoreMode.COMPLETE_NO_SCORES, 1);
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

    private static BooleanQuery.Builder of(Term source) {
        return new BooleanQuery.Builder().add(new TermQuery(source), BooleanClause.Occur.FILTER);
    }

    private static Query begunBefore(long position) {
        return NumericDocValuesField.newSlowRangeQuery(FIRST, Long.MIN_VALUE, position - 1);
    }
}
