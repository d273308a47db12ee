package io.callogram.analyzer.index;

import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.query.WordField;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.index.record.RecordBytes;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// All calls, to be found. Writing is safe from several threads; what was written is found after
/// `refresh`, and stays after `commit`.
public final class CallIndex implements Closeable {

    static final String SCHEMA_KEY = "schema";

    /// Lucene warns once that an optional module is absent, which nobody can act on.
    private static final Logger VECTORIZATION =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORIZATION.setLevel(Level.SEVERE);
    }

    private final @Nullable Path folder;
    private volatile Directory directory;
    private volatile IndexWriter writer;
    private volatile SearcherManager searchers;
    private volatile Runnable whenLost = () -> {};
    private long renewals;
    private final Searching searching = new Searching();
    private final Map<String, String> found;

    private CallIndex(@Nullable Path folder, Directory directory) throws IOException {
        this.folder = folder;
        this.directory = directory;
        this.found = IndexFolder.emptyIfForeign(directory);
        this.writer = IndexFolder.writer(directory);
        this.searchers = new SearcherManager(writer, null);
    }

    /// Opens or begins an index in a folder. One of another form is begun anew; `checkpoint` is
    /// empty then.
    public static CallIndex open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new CallIndex(folder, FSDirectory.open(folder));
    }

    /// An index that lives as long as this object.
    public static CallIndex inMemory() throws IOException {
        return new CallIndex(null, new ByteBuffersDirectory());
    }

    /// What the last commit was given, as found when the index was opened.
    public Map<String, String> checkpoint() {
        Map<String, String> checkpoint = new HashMap<>(found);
        checkpoint.remove(SCHEMA_KEY);
        return checkpoint;
    }

    /// @param what to do when somebody has taken the folder of the index away
    public void whenLost(Runnable what) {
        whenLost = what;
    }

    /// How often the index was begun anew because it was lost.
    public synchronized long renewals() {
        return renewals;
    }

    /// Something done to the index.
    @FunctionalInterface
    public interface Change {
        void run() throws IOException;
    }

    /// Does it, and again when it failed because somebody has taken the folder away.
    public void despiteLoss(Change change) throws IOException {
        long known = renewals();
        try {
            change.run();
        } catch (IOException | RuntimeException e) {
            if (!renewed(known)) {
                throw e;
            }
            change.run();
        }
    }

    /// After something has failed: when somebody has taken the folder away, begins it anew with
    /// what could be found until then. What was written since the last `refresh` is lost.
    ///
    /// @param known how often that had happened before what has failed
    /// @return whether to try again
    private boolean renewed(long known) throws IOException {
        synchronized (this) {
            if (renewals > known) {
                return true;
            }
            if (folder == null || IndexFolder.isThere(directory)) {
                return false;
            }
            renew(folder);
            renewals++;
        }
        whenLost.run();
        return true;
    }

    /// The files that are open can be read as long as they are.
    private void renew(Path place) throws IOException {
        SearcherManager before = searchers;
        IndexSearcher last = before.acquire();
        try {
            writer.rollback();
        } catch (IOException | IllegalStateException _) {
            // it writes no more, which is what is wanted
        }
        try {
            Files.createDirectories(place);
            Directory fresh = FSDirectory.open(place);
            IndexWriter next = IndexFolder.copy(last.getIndexReader(), fresh);
            searchers = new SearcherManager(next, null);
            writer = next;
            directory = fresh;
        } finally {
            before.release(last);
        }
        before.close();
    }

    private IndexSearcher acquire() throws IOException {
        while (true) {
            SearcherManager now = searchers;
            try {
                return now.acquire();
            } catch (AlreadyClosedException closed) {
                if (now == searchers) {
                    throw closed;
                }
            }
        }
    }

    /// Adds a call, or replaces the one of the same id.
    ///
    /// @param pass which reading of its source found it
    public void add(CallRecord call, int pass) throws IOException {
        Term id = new Term(CallDocuments.ID, call.row().id());
        writer.updateDocument(id, CallDocuments.of(call, pass));
    }

    /// Adds a call whose id is known to be new: cheaper by the look-up.
    public void addNew(CallRecord call, int pass) throws IOException {
        writer.addDocument(CallDocuments.of(call, pass));
    }

    public void remove(String id) throws IOException {
        writer.deleteDocuments(new Term(CallDocuments.ID, id));
    }

    /// Forgets every call of a source.
    public void removeSource(int source) throws IOException {
        writer.deleteDocuments(of(source));
    }

    /// Forgets every call of any other source.
    public void removeOthers(Set<Integer> sources) throws IOException {
        BooleanQuery.Builder others = new BooleanQuery.Builder();
        others.add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER);
        List<BytesRef> terms = sources.stream().map(source -> of(source).bytes()).toList();
        String field = CallDocuments.name(WordField.SOURCE);
        others.add(new TermInSetQuery(field, terms), BooleanClause.Occur.MUST_NOT);
        writer.deleteDocuments(others.build());
    }

    /// Forgets the calls of a source that its last reading did not find again.
    public void removeAllBut(int source, int pass) throws IOException {
        writer.deleteDocuments(
                new BooleanQuery.Builder()
                        .add(new TermQuery(of(source)), BooleanClause.Occur.FILTER)
                        .add(
                                NumericDocValuesField.newSlowExactQuery(CallDocuments.PASS, pass),
                                BooleanClause.Occur.MUST_NOT)
                        .build());
    }

    /// Forgets the calls that hold a message before that position.
    public void removeBefore(int source, long position) throws IOException {
        writer.deleteDocuments(Spans.before(of(source), position));
    }

    /// The calls that hold messages on both sides of that position, as far as they can be found.
    public List<CallRecord> across(int source, long position) throws IOException {
        IndexSearcher current = acquire();
        try {
            List<CallRecord> found = new ArrayList<>();
            TopDocs hits =
                    current.search(Spans.around(of(source), position, position), Integer.MAX_VALUE);
            for (ScoreDoc hit : hits.scoreDocs) {
                found.add(record(current, hit.doc));
            }
            return found;
        } finally {
            searchers.release(current);
        }
    }

    /// How many calls of a source can be found.
    public long calls(int source) throws IOException {
        IndexSearcher current = acquire();
        try {
            return current.count(new TermQuery(of(source)));
        } finally {
            searchers.release(current);
        }
    }

    private static Term of(int source) {
        return new Term(CallDocuments.name(WordField.SOURCE), "s" + source);
    }

    /// Makes everything that was written visible to searches.
    public void refresh() throws IOException {
        despiteLoss(() -> searchers.maybeRefreshBlocking());
    }

    /// Keeps everything that was written, together with what the caller needs to go on from here.
    public void commit(Map<String, String> checkpoint) throws IOException {
        Map<String, String> kept = new LinkedHashMap<>(checkpoint);
        kept.put(SCHEMA_KEY, CallDocuments.SCHEMA);
        writer.setLiveCommitData(kept.entrySet());
        writer.commit();
    }

    /// Answers one page.
    public Page search(Search search) throws IOException, UnusableCursor, SearchTooLong {
        IndexSearcher current = acquire();
        try {
            return searching.page(current, search);
        } finally {
            searchers.release(current);
        }
    }

    /// Figures over all calls that match.
    public Statistics statistics(Query query) throws IOException, SearchTooLong {
        IndexSearcher current = acquire();
        try {
            return searching.statistics(current, query);
        } finally {
            searchers.release(current);
        }
    }

    /// Every matching call in an order of no importance, counted.
    public long count(Query query) throws IOException {
        IndexSearcher current = acquire();
        try {
            return current.count(Translation.of(query));
        } finally {
            searchers.release(current);
        }
    }

    public Optional<CallRecord> byId(String id) throws IOException {
        return first(new TermQuery(new Term(CallDocuments.ID, id)));
    }

    /// The call that holds the message whose first byte stands there.
    public Optional<CallRecord> byPosition(int source, long position) throws IOException {
        IndexSearcher current = acquire();
        try {
            return Optional.ofNullable(Spans.at(current, of(source), position));
        } finally {
            searchers.release(current);
        }
    }

    /// Start of the newest call, or 0 without calls: what relative times are counted from.
    public long newest() throws IOException {
        IndexSearcher current = acquire();
        try {
            return searching.newest(current);
        } finally {
            searchers.release(current);
        }
    }

    /// Its size, by stable names in snake case.
    public Map<String, Long> counters() throws IOException {
        IndexSearcher current = acquire();
        try {
            long bytes = 0;
            for (String file : directory.listAll()) {
                bytes += directory.fileLength(file);
            }
            return Map.of(
                    "index_calls", (long) current.getIndexReader().numDocs(),
                    "index_segments", (long) current.getIndexReader().leaves().size(),
                    "index_bytes", bytes);
        } finally {
            searchers.release(current);
        }
    }

    private Optional<CallRecord> first(org.apache.lucene.search.Query query) throws IOException {
        IndexSearcher current = acquire();
        try {
            TopDocs top = current.search(query, 1);
            return top.scoreDocs.length == 0
                    ? Optional.empty()
                    : Optional.of(record(current, top.scoreDocs[0].doc));
        } finally {
            searchers.release(current);
        }
    }

    static CallRecord record(IndexSearcher searcher, int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        BinaryDocValues records = DocValues.getBinary(leaf.reader(), CallDocuments.RECORD);
        records.advanceExact(doc - leaf.docBase);
        BytesRef bytes = records.binaryValue();
        return RecordBytes.unpack(bytes.bytes, bytes.offset);
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }
}
