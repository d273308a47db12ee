package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.index.CallIndex;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.sip.Where;
import io.callogram.capture.decode.Layers;
import io.callogram.capture.file.ByteSource;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.file.CapturedPacket;
import io.callogram.capture.reassembly.FileSpool;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Everything that is open: sources, the index over their calls, and calls folded lately. Captures
/// are analyzed one after the other, each by all processors.
public final class Library implements Closeable {
    private static final int CACHED_CALLS = 64;

    /// Sources with higher numbers are only visited.
    static final int VISITORS = 50_000;

    private final Path folder;
    private final Projection projection;
    private final Rulebook rules;
    private final CallIndex index;
    private final Listener listener;
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final ExecutorService analyses =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    waiting,
                    Thread.ofPlatform().name("source-", 1).daemon().factory());
    private final Map<Integer, Source> sources = new TreeMap<>();

    /// Captures that could not be opened, so that nobody wonders where they are.
    private final Map<Integer, SourceStatus> unopened = new TreeMap<>();

    private final Map<String, Call> folded = new LinkedHashMap<>(16, 0.75f, true);
    private int visitors;
    private volatile boolean closed;

    /// Hears what changes. Called from the analysis; must not wait.
    public interface Listener {
        void source(SourceStatus status);

        void calls(int source, long changed);
    }

    /// @param folder private, for unpacked captures and reassembled payloads
    public Library(Path folder, Projection projection, Rulebook rules, Listener listener) {
        this.folder = folder;
        this.rules = rules;
        this.projection = projection;
        this.index = projection.index();
        this.listener = listener;
    }

    public CallIndex index() {
        return index;
    }

    /// Opens a capture where it stands and analyzes it. Nothing of it is kept.
    ///
    /// @throws IOException when it is not a capture, or cannot be read; the message is a sentence
    public SourceStatus visit(String name, Path file) throws IOException {
        CaptureFile capture = CaptureFile.open(file, folder);
        return add(nextVisitor(), name, capture, file.toFile().length());
    }

    /// Opens a capture of the log. It is analyzed unless that was done before, by today's rules.
    ///
    /// @param number the same whenever it is opened
    /// @param size of its bytes
    public SourceStatus add(int number, String name, CaptureFile capture, long size)
            throws IOException {
        Optional<Summary> known =
                capture.isRandomAccess() ? projection.summary(number, size) : Optional.empty();
        SourceStatus status = SourceStatus.begin(number, name, size);
        Source source;
        if (known.isPresent()) {
            source = new Source(capture, projection.payloads(number), status);
            source.streams(known.get().streams());
        } else {
            projection.forget(number);
            source = new Source(capture, payloads(number, capture), status);
        }
        put(source);
        if (known.isPresent() && projection.isCurrent(number, size)) {
            source.status(known.get().status().named(name));
        } else {
            analyses.execute(() -> analyze(source, known.isPresent()));
        }
        listener.source(source.status());
        return source.status();
    }

    /// Opens a capture that is still being sent, and reads it while it comes. Until it has come as
    /// a whole, `remove` undoes this.
    ///
    /// @param bytes wait for more while there may be more; closed with the source
    /// @param size that they will have
    /// @throws IOException when it cannot be read before it is complete
    public SourceStatus arrive(int number, String name, ByteSource bytes, long size)
            throws IOException {
        CaptureFile capture = CaptureFile.open(bytes);
        projection.forget(number);
        SourceStatus status = SourceStatus.begin(number, name, size);
        Source source = new Source(capture, payloads(number, capture), status);
        put(source);
        Thread.ofPlatform().name("arriving-", 1).daemon().start(() -> analyze(source, false));
        listener.source(status);
        return status;
    }

    /// Opens a capture that still grows, and shows what comes until it ends.
    ///
    /// @param bytes wait for more while there may be more; closed with the source
    public SourceStatus follow(int number, String name, ByteSource bytes) throws IOException {
        CaptureFile capture = CaptureFile.open(bytes);
        projection.forget(number);
        SourceStatus status = SourceStatus.follow(number, name);
        Source source = new Source(capture, payloads(number, capture), status);
        put(source);
        Thread.ofPlatform().name("following-", 1).daemon().start(() -> follow(source));
        listener.source(source.status());
        return source.status();
    }

    /// Analyzes everything anew that was read to its end. What was found before answers meanwhile.
    public void reanalyze() {
        for (Source source : all()) {
            SourceStatus status = source.status();
            if (status.state() == SourceStatus.State.READY) {
                source.status(SourceStatus.begin(status.number(), status.name(), status.size()));
                analyses.execute(() -> analyze(source, true));
            }
        }
    }

    private FileSpool payloads(int number, CaptureFile capture) throws IOException {
        FileSpool kept = capture.isRandomAccess() ? projection.newPayloads(number) : null;
        return kept == null ? new FileSpool(folder) : kept;
    }

    private int nextVisitor() {
        synchronized (sources) {
            return VISITORS + ++visitors;
        }
    }

    private void put(Source source) {
        synchronized (sources) {
            sources.put(source.status().number(), source);
        }
    }

    private List<Source> all() {
        synchronized (sources) {
            return List.copyOf(sources.values());
        }
    }

    /// Lists a capture that could not be opened.
    ///
    /// @param sentence why
    public SourceStatus addUnopened(int number, String name, long size, String sentence)
            throws IOException {
        projection.forget(number);
        SourceStatus status = SourceStatus.begin(number, name, size).failed(sentence);
        synchronized (sources) {
            unopened.put(number, status);
        }
        return status;
    }

    public List<SourceStatus> sources() {
        Map<Integer, SourceStatus> all;
        synchronized (sources) {
            all = new TreeMap<>(unopened);
            sources.forEach((number, source) -> all.put(number, source.status()));
        }
        return List.copyOf(all.values());
    }

    public Optional<SourceStatus> source(int number) {
        synchronized (sources) {
            Source source = sources.get(number);
            return Optional.ofNullable(source == null ? unopened.get(number) : source.status());
        }
    }

    /// Calls a source otherwise; empty when there is none.
    public Optional<SourceStatus> rename(int number, String name) {
        synchronized (sources) {
            Source source = sources.get(number);
            if (source != null) {
                source.rename(name);
                return Optional.of(source.status());
            }
            return Optional.ofNullable(
                    unopened.computeIfPresent(number, (_, status) -> status.named(name)));
        }
    }

    /// Closes a source and forgets its calls.
    public void remove(int number) throws IOException {
        Source source;
        synchronized (sources) {
            source = sources.remove(number);
            unopened.remove(number);
        }
        if (source == null) {
            return;
        }
        projection.forget(number);
        index.refresh();
        forgetFolded(number);
        source.close();
    }

    private void forgetFolded(int number) {
        synchronized (folded) {
            folded.values().removeIf(call -> call.source() == number);
        }
    }

    public Optional<Call> call(String id) throws IOException {
        synchronized (folded) {
            Call known = folded.get(id);
            if (known != null) {
                return Optional.of(known);
            }
        }
        CallRecord record = index.byId(id).orElse(null);
        Source source = record == null ? null : open(record.row().source());
        if (record == null || source == null) {
            return Optional.empty();
        }
        Call call = source.fold(id, record.places());
        if (source.status().state() != SourceStatus.State.READY) {
            return Optional.of(call);
        }
        synchronized (folded) {
            folded.put(id, call);
            if (folded.size() > CACHED_CALLS) {
                folded.remove(folded.keySet().iterator().next());
            }
        }
        return Optional.of(call);
    }

    /// The bytes of a message, as `Where.stored` names them.
    public byte[] message(int source, long stored, int length) throws IOException {
        return required(source).bytes().read(stored, length);
    }

    /// The packet that completed a message, layer by layer.
    public List<Layers.Described> layers(Where where) throws IOException {
        CapturedPacket packet = required(where.source()).capture().packet(where.packet());
        return Layers.of(
                packet.bytes(), 0, packet.bytes().length, packet.original(), packet.link());
    }

    /// The packets of a call as pcapng.
    public void packets(Call call, OutputStream out) throws IOException {
        Source source = required(call.source());
        CallPackets.write(call, source.capture(), source.spool(), out);
    }

    private Source required(int number) throws IOException {
        Source source = open(number);
        if (source == null) {
            throw new IOException("source s" + number + " is closed");
        }
        return source;
    }

    private @Nullable Source open(int number) {
        synchronized (sources) {
            return sources.get(number);
        }
    }

    /// @param again calls of an earlier analysis are in the index, and are replaced one by one
    private void analyze(Source source, boolean again) {
        int number = source.status().number();
        Indexing indexing =
                new Indexing(source, projection.nextPass(), again, rules, index, listener);
        complete(
                source,
                indexing,
                () -> {
                    FileSpool spool = again ? payloads(number, source.capture()) : source.spool();
                    Analyzed analyzed =
                            Analysis.run(
                                    source.capture(),
                                    spool,
                                    number,
                                    Limits.standard(),
                                    Runtime.getRuntime().availableProcessors(),
                                    indexing,
                                    indexing);
                    source.spool(spool);
                    return analyzed;
                });
    }

    private void follow(Source source) {
        Indexing indexing =
                new Indexing(source, projection.nextPass(), false, rules, index, listener);
        complete(
                source,
                indexing,
                () ->
                        Analysis.follow(
                                source.capture(),
                                source.spool(),
                                source.streams(),
                                source.status().number(),
                                Limits.standard(),
                                Runtime.getRuntime().availableProcessors(),
                                indexing,
                                indexing));
    }

    private interface Pass {
        Analyzed run() throws IOException;
    }

    private void complete(Source source, Indexing indexing, Pass pass) {
        try {
            Analyzed analyzed = indexing.told(pass.run());
            source.streams(analyzed.streams());
            indexing.finish();
            forgetFolded(source.status().number());
            SourceStatus ready =
                    source.status().ready(analyzed, indexing.calls(), indexing.elapsed());
            if (source.capture().isRandomAccess() && open(ready.number()) == source) {
                projection.completed(new Summary(ready, analyzed.streams()), source.spool());
            }
            source.status(ready);
        } catch (IOException | UncheckedIOException e) {
            source.status(source.status().failed("reading stopped: " + e.getMessage()));
        } catch (RuntimeException e) {
            source.status(source.status().failed("reading stopped by a fault of ours: " + e));
            if (!closed) {
                throw e;
            }
        } finally {
            indexing.close();
            end(source, indexing.calls());
        }
    }

    /// A source that was removed while it was read may have put calls into the index since.
    private void end(Source source, long calls) {
        int number = source.status().number();
        if (closed) {
            return; // what is not complete is read again
        }
        if (open(number) == source) {
            listener.source(source.status());
            listener.calls(number, calls);
            return;
        }
        try {
            projection.forget(number);
            index.refresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is being read ends because its capture is closed. A thread is not interrupted: that
    /// would close the index under others.
    @Override
    public void close() throws IOException {
        closed = true;
        analyses.shutdown();
        waiting.clear();
        synchronized (sources) {
            for (Source source : sources.values()) {
                source.close();
            }
            sources.clear();
        }
        projection.close();
    }
}
