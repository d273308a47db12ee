package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.index.CallIndex;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.sip.Where;
import io.callogram.capture.decode.Layers;
import io.callogram.capture.file.ByteSource;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.file.CapturedPacket;
import io.callogram.capture.reassembly.FileSpool;
import io.callogram.capture.reassembly.Spool;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Everything that is open: sources, the index over their calls, and calls folded lately. Captures
/// are analyzed one after the other, each by all processors.
public final class Library implements Closeable {
    private static final int CACHED_CALLS = 64;

    private final Path folder;
    private final CallIndex index;
    private final Listener listener;
    private final ExecutorService analyses =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("source-", 1).daemon().factory());
    private final Map<Integer, Source> sources = new TreeMap<>();

    /// Captures that could not be opened, so that nobody wonders where they are.
    private final Map<Integer, SourceStatus> unopened = new TreeMap<>();

    private final Map<String, Call> folded = new LinkedHashMap<>(16, 0.75f, true);
    private int numbers;

    /// Hears what changes. Called from the analysis; must not wait.
    public interface Listener {
        void source(SourceStatus status);

        void calls(int source, long changed);
    }

    /// @param folder private, for unpacked captures and reassembled payloads
    public Library(Path folder, CallIndex index, Listener listener) {
        this.folder = folder;
        this.index = index;
        this.listener = listener;
    }

    public CallIndex index() {
        return index;
    }

    /// Opens a capture and begins to analyze it.
    ///
    /// @throws IOException when it is not a capture, or cannot be read; the message is a sentence
    public SourceStatus add(String name, Path file) throws IOException {
        CaptureFile capture = CaptureFile.open(file, folder);
        long size = file.toFile().length();
        Source source = open(capture, number -> SourceStatus.begin(number, name, size));
        analyses.execute(() -> analyze(source));
        listener.source(source.status());
        return source.status();
    }

    /// Opens a capture that still grows, and shows what comes until it ends.
    ///
    /// @param bytes wait for more while there may be more; closed with the source
    public SourceStatus follow(String name, ByteSource bytes) throws IOException {
        CaptureFile capture = CaptureFile.open(bytes);
        Source source = open(capture, number -> SourceStatus.follow(number, name));
        Thread.ofPlatform().name("following-", 1).daemon().start(() -> follow(source));
        listener.source(source.status());
        return source.status();
    }

    private Source open(CaptureFile capture, IntFunction<SourceStatus> status) throws IOException {
        Spool spool = new FileSpool(folder);
        synchronized (sources) {
            Source source = new Source(capture, spool, status.apply(++numbers));
            sources.put(numbers, source);
            return source;
        }
    }

    /// Lists a capture that could not be opened.
    ///
    /// @param sentence why
    public SourceStatus addUnopened(String name, Path file, String sentence) {
        synchronized (sources) {
            int number = ++numbers;
            SourceStatus status =
                    SourceStatus.begin(number, name, file.toFile().length()).failed(sentence);
            unopened.put(number, status);
            return status;
        }
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
        index.removeSource(number);
        index.refresh();
        synchronized (folded) {
            folded.values().removeIf(call -> call.source() == number);
        }
        source.close();
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

    private void analyze(Source source) {
        analyze(
                source,
                indexing ->
                        Analysis.run(
                                source.capture(),
                                source.spool(),
                                source.status().number(),
                                Limits.standard(),
                                Runtime.getRuntime().availableProcessors(),
                                indexing,
                                indexing));
    }

    private void follow(Source source) {
        analyze(
                source,
                indexing ->
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
        Analyzed over(Indexing indexing) throws IOException;
    }

    private void analyze(Source source, Pass pass) {
        Indexing indexing = new Indexing(source, index, listener);
        try {
            Analyzed analyzed = pass.over(indexing);
            source.streams(analyzed.streams());
            index.refresh();
            source.status(source.status().ready(analyzed, indexing.calls(), indexing.elapsed()));
        } catch (IOException | UncheckedIOException e) {
            source.status(source.status().failed("reading stopped: " + e.getMessage()));
        } catch (RuntimeException e) {
            source.status(source.status().failed("reading stopped by a fault of ours: " + e));
            throw e;
        } finally {
            end(source, indexing.calls());
        }
    }

    /// A source that was removed while it was read may have put calls into the index since.
    private void end(Source source, long calls) {
        int number = source.status().number();
        if (open(number) == source) {
            listener.source(source.status());
            listener.calls(number, calls);
            return;
        }
        try {
            index.removeSource(number);
            index.refresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        analyses.shutdownNow();
        synchronized (sources) {
            for (Source source : sources.values()) {
                source.close();
            }
            sources.clear();
        }
        index.close();
    }
}
