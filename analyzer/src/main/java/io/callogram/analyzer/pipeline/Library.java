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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Everything that is open: sources, the index over their calls, and calls folded lately. Captures
/// are analyzed one after the other, each by all processors.
public final class Library implements Closeable {

    /// Sources with higher numbers are only visited.
    static final int VISITORS = 50_000;

    private final Path folder;
    private final Projection projection;
    private final Rulebook rules;
    private final CallIndex index;
    private final Listener listener;
    private final ExecutorService analyses =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("source-", 1).daemon().factory());
    private final Shelf shelf = new Shelf();
    private final FoldedCalls folded = new FoldedCalls();
    private final Set<Thread> followers = ConcurrentHashMap.newKeySet();
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
        return add(shelf.nextVisitor(), name, capture, file.toFile().length());
    }

    /// Opens a capture of the log. It is analyzed unless that was done before, by today's rules.
    ///
    /// @param number the same whenever it is opened
    /// @param size of its bytes
    public SourceStatus add(int number, String name, CaptureFile capture, long size)
            throws IOException {
        return open(number, name, capture, size, projection.summary(number, size));
    }

    /// Opens a live source of the log as another run has left it. Unless it was read to its end, it
    /// is read again; what was found before answers meanwhile.
    public SourceStatus resume(int number, String name, CaptureFile capture, long size)
            throws IOException {
        Optional<Summary> known = projection.latest(number, capture.first());
        index.refresh();
        return open(number, name, capture, size, known);
    }

    private SourceStatus open(
            int number, String name, CaptureFile capture, long size, Optional<Summary> known)
            throws IOException {
        SourceStatus status = SourceStatus.begin(number, name, size);
        Source source;
        if (known.isPresent()) {
            source = new Source(capture, projection.payloads(number), status);
            source.streams(known.get().streams());
        } else {
            projection.forget(number);
            source = new Source(capture, payloads(number), status);
        }
        shelf.put(source);
        if (known.isPresent() && projection.isCurrent(number, size)) {
            source.status(known.get().status().named(name));
        } else {
            source.rebuilding(known.isPresent());
            analyses.execute(() -> analyze(source, known.isPresent()));
        }
        listener.source(source.status());
        return source.status();
    }

    /// Forgets what was concluded of an erased beginning, so that it is found no more when this
    /// returns, and reads what is left as a whole again.
    ///
    /// @param before position of the first byte that is left
    /// @param size of what is left
    public void forget(int number, long before, long size) throws IOException {
        Source source = shelf.get(number);
        if (source == null) {
            projection.forgetBefore(number, before);
            return;
        }
        Erasing.of(source, before, index, call -> viewed(source, call), 0);
        projection.forgetBefore(number, before);
        folded.forget(number);
        switch (source.status().state()) {
            case LIVE -> source.shortened(true);
            case READY, READING -> again(source, size);
            case FAILED -> {
                // Nothing can be read of it.
            }
        }
        listener.calls(number, index.calls(number));
    }

    private CallRecord viewed(Source source, Call call) {
        return indexing(source, true).view(call);
    }

    private void again(Source source, long size) {
        SourceStatus status = source.status();
        source.rebuilding(true);
        source.status(SourceStatus.begin(status.number(), status.name(), size));
        analyses.execute(() -> analyze(source, true));
    }

    /// Whether what an earlier reading found answers while a source is read.
    public boolean isRebuilding(int number) {
        Source source = shelf.get(number);
        return source != null && source.rebuilding();
    }

    /// Opens a capture that still grows, and shows what comes until it ends.
    ///
    /// @param bytes wait for more while there may be more; closed with the source
    public SourceStatus follow(int number, String name, ByteSource bytes) throws IOException {
        CaptureFile capture = CaptureFile.open(bytes);
        projection.forget(number);
        SourceStatus status = SourceStatus.follow(number, name);
        Source source = new Source(capture, payloads(number), status);
        shelf.put(source);
        Thread follower =
                Thread.ofPlatform()
                        .name("following-" + number)
                        .daemon()
                        .unstarted(() -> follow(source));
        followers.add(follower);
        follower.start();
        listener.source(source.status());
        return source.status();
    }

    /// Analyzes everything anew that was read to its end. What was found before answers meanwhile.
    public void reanalyze() {
        for (Source source : shelf.all()) {
            SourceStatus status = source.status();
            if (status.state() == SourceStatus.State.READY) {
                again(source, status.size());
            }
        }
    }

    private FileSpool payloads(int number) throws IOException {
        FileSpool kept = projection.newPayloads(number);
        return kept == null ? new FileSpool(folder) : kept;
    }

    /// Lists a capture that could not be opened.
    ///
    /// @param sentence why
    public SourceStatus addUnopened(int number, String name, long size, String sentence)
            throws IOException {
        projection.forget(number);
        SourceStatus status = SourceStatus.begin(number, name, size).failed(sentence);
        shelf.putUnopened(status);
        return status;
    }

    public List<SourceStatus> sources() {
        return shelf.statuses();
    }

    public Optional<SourceStatus> source(int number) {
        return shelf.status(number);
    }

    /// Closes a source and forgets its calls.
    public void remove(int number) throws IOException {
        Source source = shelf.remove(number);
        if (source == null) {
            return;
        }
        projection.forget(number);
        index.refresh();
        folded.forget(number);
        source.close();
    }

    public Optional<Call> call(String id) throws IOException {
        Optional<Call> known = folded.get(id);
        if (known.isPresent()) {
            return known;
        }
        CallRecord record = index.byId(id).orElse(null);
        Source source = record == null ? null : shelf.get(record.row().source());
        if (record == null || source == null) {
            return Optional.empty();
        }
        Optional<Call> found = source.fold(id, record.places());
        if (found.isEmpty()) {
            return found;
        }
        if (source.status().state() == SourceStatus.State.READY) {
            folded.put(id, found.get());
        }
        return found;
    }

    /// The bytes of a message, as `Where.stored` names them.
    public byte[] message(int source, long stored, int length) throws IOException {
        return shelf.required(source).bytes().read(stored, length);
    }

    /// The packet that completed a message, layer by layer.
    public List<Layers.Described> layers(Where where) throws IOException {
        CapturedPacket packet = shelf.required(where.source()).capture().packet(where.packet());
        return Layers.of(
                packet.bytes(), 0, packet.bytes().length, packet.original(), packet.link());
    }

    /// The packets of a call as pcapng.
    public void packets(Call call, OutputStream out) throws IOException {
        Source source = shelf.required(call.source());
        CallPackets.write(call, source.capture(), source.spool(), out);
    }

    /// @param again calls of an earlier analysis are in the index, and are replaced one by one
    private void analyze(Source source, boolean again) {
        int number = source.status().number();
        Indexing indexing = indexing(source, again);
        complete(
                source,
                indexing,
                () -> {
                    FileSpool spool = again ? payloads(number) : source.spool();
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

    private Indexing indexing(Source source, boolean again) {
        return new Indexing(
                source,
                projection.nextPass(),
                again,
                rules,
                index,
                listener,
                soFar -> reached(source, soFar));
    }

    private void reached(Source source, Summary soFar) {
        try {
            if (shelf.get(soFar.status().number()) == source) {
                projection.reached(soFar, source.spool());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void follow(Source source) {
        Indexing indexing = indexing(source, false);
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
            indexing.removeOthers();
            index.refresh();
            folded.forget(source.status().number());
            long calls = index.calls(source.status().number());
            SourceStatus ready = source.status().ready(analyzed, calls, indexing.elapsed());
            source.rebuilding(false);
            if (source.shortened()) {
                source.shortened(false);
                again(source, ready.size());
                return;
            }
            if (shelf.get(ready.number()) == source) {
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
            followers.remove(Thread.currentThread());
            end(source, indexing.calls());
        }
    }

    /// A source that was removed while it was read may have put calls into the index since.
    private void end(Source source, long calls) {
        int number = source.status().number();
        if (closed) {
            return; // what is not complete is read again
        }
        if (shelf.get(number) == source) {
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

    /// Waits a while for sources that have stopped growing, so that they need not be read again.
    public void settle(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        for (Thread follower : followers) {
            long left = deadline - System.nanoTime();
            if (left > 0) {
                follower.join(Duration.ofNanos(left));
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        analyses.shutdownNow();
        shelf.close();
        projection.close();
    }
}
