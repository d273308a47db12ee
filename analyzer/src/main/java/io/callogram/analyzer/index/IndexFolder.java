package io.callogram.analyzer.index;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;

/// The folder of an index: begun, found, found wanting, lost.
final class IndexFolder {

    private static final double BUFFER_MEGABYTES = 64;

    /// Merging sorts again: rather a few segments more.
    private static final double SEGMENTS = 16;

    private static final double FLOOR = 16;

    /// Takes a fraction of a second.
    private static final long MOST_CHECKED = 256 << 20;

    private IndexFolder() {}

    static boolean isThere(Directory directory) throws IOException {
        try {
            return DirectoryReader.indexExists(directory);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /// Writes an index that another still reads.
    static IndexWriter copy(IndexReader reader, Directory fresh) throws IOException {
        List<CodecReader> leaves = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            leaves.add((CodecReader) leaf.reader());
        }
        IndexWriter next = writer(fresh);
        next.addIndexes(leaves.toArray(CodecReader[]::new));
        return next;
    }

    static IndexWriter writer(Directory directory) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig();
        config.setIndexSort(Searching.sort(Order.NEWEST));
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        config.setMergePolicy(
                new TieredMergePolicy().setSegmentsPerTier(SEGMENTS).setFloorSegmentMB(FLOOR));
        return new IndexWriter(directory, config);
    }

    static Map<String, String> emptyIfForeign(Directory directory) throws IOException {
        if (directory.listAll().length == 0) {
            return Map.of();
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<String, String> kept = reader.getIndexCommit().getUserData();
            if (CallDocuments.SCHEMA.equals(kept.get(CallIndex.SCHEMA_KEY))) {
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
}
