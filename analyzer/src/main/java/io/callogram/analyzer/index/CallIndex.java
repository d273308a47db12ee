package io.callogram.analyzer.index;

import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.query.WordField;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.index.record.RecordBytes;
import io.callogram.analyzer.sip.Where;
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
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/// All calls, to be found. Writing is safe from several threads; what was written is found after
/// `refresh`, and stays after `commit`.
public final class CallIndex implements Closeable {

    private static final String SCHEMA_KEY = "schema";
    private static final double BUFFER_MEGABYTES = 64;

    /// Merging sorts again: rather a few segments more.
    private static final double SEGMENTS = 16;

    private static final double FLOOR = 16;

    /// Takes a fraction of a second.
    private static final long MOST_CHECKED = 256 << 20;

    /// Lucene warns once that an optional module is absent, which nobody can act on.
    private static final Logger VECTORIZATION =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    static {
        VECTORIZATION.setLevel(Level.SEVERE);
    }

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Searching searching = new Searching();
    private final Map<String, String> found;

    private CallIndex(Directory directory) throws IOException {
        this.directory = directory;
        this.found = emptyIfForeign(directory);
        IndexWriterConfig config = new IndexWriterConfig();
        config.setIndexSort(Searching.sort(Order.NEWEST));
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        config.setMergePolicy(
                new TieredMergePolicy().setSegmentsPerTier(SEGMENTS).setFloorSegmentMB(FLOOR));
        this.writer = new IndexWriter(directory, config);
        this.searchers = new SearcherManager(writer, null);
    }

    /// Opens or begins an index in a folder. One of another form is begun anew; `checkpoint` is
    /// empty then.
    public static CallIndex open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new CallIndex(FSDirectory.open(folder));
    }

    /// An index that lives as long as this object.
    public static CallIndex inMemory() throws IOException {
        return new CallIndex(new ByteBuffersDirectory());
    }

    private static Map<String, String> emptyIfForeign(Directory directory) throws IOException {
        if (directory.listAll().length == 0) {
            return Map.of();
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<String, String> kept = reader.getIndexCommit().getUserData();
            if (CallDocuments.SCHEMA.equals(kept.get(SCHEMA_KEY))) {
                check(reader, directory);
                return kept;
            }
        } catch (IOException | IllegalArgumentException _) {
            // unreadable, or written by another version: a projection is rebuilt, not repaired
        }
        for (String file : directory.listAll()) {
            directory.deleteFile(file);
        }
        return Map.of();
    }

    /// Reads a small index as a whole: what the disk has forgotten is better found now than by
    /// somebody who looks for a call.
    private static void check(DirectoryReader reader, Directory directory) throws IOException {
        long bytes = 0;
        for (String file : directory.listAll()) {
            bytes += directory.fileLength(file);
        }
        for (LeafReaderContext leaf : reader.leaves()) {
            if (bytes <= MOST_CHECKED) {
                leaf.reader().checkIntegrity();
            }
        }
    }

    /// What the last commit was given, as found when the index was opened.
    public Map<String, String> checkpoint() {
        Map<String, String> checkpoint = new HashMap<>(found);
        checkpoint.remove(SCHEMA_KEY);
        return checkpoint;
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

    /// Forgets the calls of a source that its last reading did not find again.
    public void removeAllBut(int source, int pass) throws IOException {
        writer.deleteDocuments(
                new BooleanQuery.Builder()
                        .add(new TermQuery(of(source)), BooleanClause.Occur.FILTER)
                        .add(
                                IntPoint.newExactQuery(CallDocuments.PASS, pass),
                                BooleanClause.Occur.MUST_NOT)
                        .build());
    }

    /// Forgets the calls that hold a message before that position.
    public void removeBefore(int source, long position) throws IOException {
        writer.deleteDocuments(placed(source, 0, position));
    }

    /// The calls that hold messages on both sides of that position, as far as they can be found.
    public List<CallRecord> across(int source, long position) throws IOException {
        BooleanQuery across =
                new BooleanQuery.Builder()
                        .add(placed(source, 0, position), BooleanClause.Occur.FILTER)
                        .add(
                                placed(source, position, CallDocuments.POSITIONS),
                                BooleanClause.Occur.FILTER)
                        .build();
        IndexSearcher current = searchers.acquire();
        try {
            List<CallRecord> found = new ArrayList<>();
            for (ScoreDoc hit : current.search(across, Integer.MAX_VALUE).scoreDocs) {
                found.add(record(current, hit.doc));
            }
            return found;
        } finally {
            searchers.release(current);
        }
    }

    /// How many calls of a source can be found.
    public long calls(int source) throws IOException {
        IndexSearcher current = searchers.acquire();
        try {
            return current.count(new TermQuery(of(source)));
        } finally {
            searchers.release(current);
        }
    }

    private static org.apache.lucene.search.Query placed(int source, long from, long before) {
        return LongPoint.newRangeQuery(
                CallDocuments.PLACE,
                CallDocuments.place(source, from),
                CallDocuments.place(source, before - 1));
    }

    private static Term of(int source) {
        return new Term(CallDocuments.name(WordField.SOURCE), "s" + source);
    }

    /// Makes everything that was written visible to searches.
    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
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
        IndexSearcher current = searchers.acquire();
        try {
            return searching.page(current, search);
        } finally {
            searchers.release(current);
        }
    }

    /// Figures over all calls that match.
    public Statistics statistics(Query query) throws IOException, SearchTooLong {
        IndexSearcher current = searchers.acquire();
        try {
            return searching.statistics(current, query);
        } finally {
            searchers.release(current);
        }
    }

    /// Every matching call in an order of no importance, counted.
    public long count(Query query) throws IOException {
        IndexSearcher current = searchers.acquire();
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
        return first(
                        LongPoint.newExactQuery(
                                CallDocuments.PLACE, CallDocuments.place(source, position)))
                .filter(call ->
                        call.places().stream().anyMatch(place -> isAt(place, source, position)));
    }

    private static boolean isAt(Where place, int source, long position) {
        return place.source() == source && place.position() == position;
    }

    /// Start of the newest call, or 0 without calls: what relative times are counted from.
    public long newest() throws IOException {
        IndexSearcher current = searchers.acquire();
        try {
            return searching.newest(current);
        } finally {
            searchers.release(current);
        }
    }

    /// Its size, by stable names in snake case.
    public Map<String, Long> counters() throws IOException {
        IndexSearcher current = searchers.acquire();
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
        IndexSearcher current = searchers.acquire();
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
        BytesRef bytes =
                searcher.storedFields()
                        .document(doc, java.util.Set.of(CallDocuments.RECORD))
                        .getBinaryValue(CallDocuments.RECORD);
        return RecordBytes.unpack(bytes.bytes, bytes.offset);
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }
}
