package io.callogram.analyzer.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/// The sort values of every match, to find where a page far down begins: two numbers a call instead
/// of a queue of all the rows above it.
final class Ranks extends SimpleCollector {
    private final String field;
    private long[] keys = new long[1024];
    private long[] ties = new long[1024];
    private int size;
    private NumericDocValues key = DocValues.emptyNumeric();
    private NumericDocValues tie = DocValues.emptyNumeric();

    private Ranks(Order order) {
        this.field = Searching.field(order);
    }

    /// The call behind which a page begins that has `skip` calls above it; there are more than so
    /// many.
    static FieldDoc before(IndexSearcher searcher, Query query, Order order, int skip)
            throws IOException {
        Ranks all = searcher.search(query, collecting(order));
        return all.at(skip - 1, order.descending());
    }

    private FieldDoc at(int rank, boolean descending) {
        long[] sorted = Arrays.copyOf(keys, size);
        Arrays.sort(sorted);
        long wanted = sorted[descending ? size - 1 - rank : rank];
        int above = 0;
        int equal = 0;
        long[] among = new long[size];
        for (int i = 0; i < size; i++) {
            if (keys[i] == wanted) {
                among[equal++] = ties[i];
            } else if (keys[i] < wanted != descending) {
                above++;
            }
        }
        Arrays.sort(among, 0, equal);
        int within = rank - above;
        long tied = among[descending ? equal - 1 - within : within];
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {wanted, tied});
    }

    private static CollectorManager<Ranks, Ranks> collecting(Order order) {
        return new CollectorManager<>() {
            @Override
            public Ranks newCollector() {
                return new Ranks(order);
            }

            @Override
            public Ranks reduce(Collection<Ranks> parts) {
                Ranks all = new Ranks(order);
                for (Ranks part : parts) {
                    for (int i = 0; i < part.size; i++) {
                        all.add(part.keys[i], part.ties[i]);
                    }
                }
                return all;
            }
        };
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        key = DocValues.getNumeric(leaf.reader(), field);
        tie = DocValues.getNumeric(leaf.reader(), CallDocuments.TIE);
    }

    @Override
    public void collect(int doc) throws IOException {
        tie.advanceExact(doc);
        add(key.advanceExact(doc) ? key.longValue() : Searching.MISSING, tie.longValue());
    }

    private void add(long value, long tied) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            ties = Arrays.copyOf(ties, 2 * size);
        }
        keys[size] = value;
        ties[size++] = tied;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
