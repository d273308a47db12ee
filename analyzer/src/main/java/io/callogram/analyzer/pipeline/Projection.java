package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.index.CallIndex;
import io.callogram.capture.reassembly.FileSpool;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was concluded from captures and is kept: the index of calls, with a folder for every source
/// beside it. It remembers which sources were read to their end, and by which rules. Delete it and
/// it comes back.
public final class Projection implements Closeable {
    private static final String PASS = "pass";

    /// In place of a size: the source was not read to its end.
    private static final String PART = "part";

    private final @Nullable Path folder;
    private final String rules;
    private final CallIndex index;
    private final Map<String, String> checkpoint;
    private int pass;

    private Projection(@Nullable Path folder, String rules, CallIndex index) {
        this.folder = folder;
        this.rules = rules;
        this.index = index;
        this.checkpoint = new HashMap<>(index.checkpoint());
        this.pass = Integer.parseInt(checkpoint.getOrDefault(PASS, "0"));
    }

    /// @param what to do when somebody has taken the folder away: nothing is kept of any source
    ///   then
    void whenLost(Runnable what) {
        index.whenLost(() -> {
            lost();
            what.run();
        });
    }

    private synchronized void lost() {
        checkpoint.clear();
    }

    /// As somebody has taken the folder away, only what there still is to be found may come back.
    ///
    /// @param first position of the first byte of each source that there is
    void only(Map<Integer, Long> first) throws IOException {
        index.removeOthers(first.keySet());
        for (var source : first.entrySet()) {
            if (source.getValue() > 0) {
                index.removeBefore(source.getKey(), source.getValue());
            }
        }
        index.refresh();
    }

    /// @param rules version of the flow rules; what others found is found anew
    public static Projection open(Path folder, String rules) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return new Projection(folder, rules, CallIndex.open(folder.resolve("calls")));
    }

    /// One that nothing is kept of.
    public static Projection inMemory() throws IOException {
        return new Projection(null, "", CallIndex.inMemory());
    }

    CallIndex index() {
        return index;
    }

    /// Of a source that was read to its end, by whatever rules. Of any other, nothing is left.
    synchronized Optional<Summary> summary(int source, long size) throws IOException {
        Kept kept = kept(source);
        String known = checkpoint.get(key(source));
        Optional<Summary> summary =
                kept != null && known != null && known.startsWith(size + " ")
                        ? kept.read()
                        : Optional.empty();
        if (summary.isEmpty()) {
            forget(source);
        }
        return summary;
    }

    /// Of a source that may have grown since it was read, or lost its beginning, or was not read to
    /// its end.
    ///
    /// @param first what stood before this position is forgotten now
    synchronized Optional<Summary> latest(int source, long first) throws IOException {
        Kept kept = kept(source);
        Optional<Summary> summary =
                kept != null && checkpoint.containsKey(key(source))
                        ? kept.read()
                        : Optional.empty();
        if (summary.isEmpty()) {
            forget(source);
        } else if (first > 0) {
            index.removeBefore(source, first);
        }
        return summary;
    }

    /// Whether a source that was read to its end was judged by today's rules.
    synchronized boolean isCurrent(int source, long size) {
        return mark(size).equals(checkpoint.get(key(source)));
    }

    /// Which payloads were put together when the source was read to its end.
    FileSpool payloads(int source) throws IOException {
        Kept kept = kept(source);
        if (kept == null) {
            throw new IOException("nothing is kept of source s" + source);
        }
        return kept.payloads();
    }

    /// For a reading that begins, or null when nothing of it is to be kept.
    @Nullable FileSpool newPayloads(int source) throws IOException {
        Kept kept = kept(source);
        return kept == null ? null : kept.newPayloads();
    }

    synchronized int nextPass() {
        return ++pass;
    }

    /// A source was read to its end.
    void completed(Summary summary, FileSpool payloads) throws IOException {
        keep(summary, payloads, mark(summary.status().size()));
    }

    /// A source that grows was read so far.
    void reached(Summary summary, FileSpool payloads) throws IOException {
        keep(summary, payloads, PART + " " + rules);
    }

    /// A source has lost its beginning, and is to be read again.
    synchronized void forgetBefore(int source, long before) throws IOException {
        long known = index.renewals();
        index.despiteLoss(() -> index.removeBefore(source, before));
        checkpoint.computeIfPresent(key(source), (_, _) -> PART + " " + rules);
        commit();
        if (index.renewals() > known) {
            index.removeBefore(source, before);
            commit();
        }
    }

    private synchronized void keep(Summary summary, FileSpool payloads, String mark)
            throws IOException {
        int source = summary.status().number();
        Kept kept = kept(source);
        if (kept == null || !kept.isThere()) {
            return;
        }
        payloads.force();
        kept.write(summary);
        checkpoint.put(key(source), mark);
        commit();
    }

    /// A source is gone, or must be read from its beginning.
    synchronized void forget(int source) throws IOException {
        long known = index.renewals();
        index.despiteLoss(() -> index.removeSource(source));
        Kept kept = kept(source);
        if (kept != null) {
            boolean there = checkpoint.remove(key(source)) != null;
            if (there) {
                commit();
            }
            kept.delete();
        }
        if (index.renewals() > known) {
            index.removeSource(source);
        }
    }

    synchronized void forgetOthers(Set<Integer> sources) throws IOException {
        index.despiteLoss(() -> index.removeOthers(sources));
        for (String key : List.copyOf(checkpoint.keySet())) {
            if (key.matches("s[0-9]+") && !sources.contains(Integer.valueOf(key.substring(1)))) {
                forget(Integer.parseInt(key.substring(1)));
            }
        }
    }

    private void commit() throws IOException {
        checkpoint.put(PASS, Integer.toString(pass));
        index.despiteLoss(() -> index.commit(checkpoint));
    }

    private static String key(int source) {
        return "s" + source;
    }

    private String mark(long size) {
        return size + " " + rules;
    }

    private @Nullable Kept kept(int source) {
        return folder == null || source >= Library.VISITORS
                ? null
                : new Kept(folder.resolve(key(source)));
    }

    /// Waits for a commit that is under way.
    @Override
    public synchronized void close() throws IOException {
        index.close();
    }
}
