package io.callogram.analyzer.pipeline;

import static java.util.stream.Collectors.toSet;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.hint.HintKind;
import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.index.CallIndex;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.pseudonym.Anonymizer;
import io.callogram.analyzer.sip.Where;
import io.callogram.capture.decode.Layers;
import io.callogram.capture.file.ByteSource;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.file.CapturedPacket;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything that is open: sources, the index over their calls, and calls folded lately. Captures
/// are analyzed one after the other, each by all processors.
public final class Library implements Closeable {

    /// Sources with higher numbers are only visited.
    static final int VISITORS = 50_000;

    private final Path folder;
    private final Projection projection;
    private final CallIndex index;
    private final Listener listener;
    private final Shelf shelf = new Shelf();
    private final FoldedCalls folded = new FoldedCalls();
    private final Passes passes;

    /// Hears what changes. Called from the analysis; must not wait.
    @FunctionalInterface
    public interface Listener {
        void source(SourceStatus status);

        default void calls(int source, long changed) {}

        /// A call of a source that grows is different, or gone: to be found so from the next time
        /// that `calls` is told.
        default void live(String call) {}
    }

    /// @param folder private, for unpacked captures and reassembled payloads
    public Library(Path folder, Projection projection, Rulebook rules, Listener listener) {
        this.folder = folder;
        this.projection = projection;
        this.index = projection.index();
        this.listener = listener;
        this.passes = new Passes(folder, projection, rules, shelf, folded, listener);
        projection.whenLost(this::readAgain);
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
            source = new Source(capture, passes.payloads(number), status);
        }
        shelf.put(source);
        if (known.isPresent() && projection.isCurrent(number, size)) {
            source.status(known.get().status().named(name));
        } else {
            source.rebuilding(known.isPresent());
            passes.later(source, known.isPresent());
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
        Erasing.of(source, before, index, passes.judging(source)::view);
        projection.forgetBefore(number, before);
        folded.forget(number);
        switch (source.status().state()) {
            case LIVE, READING -> source.shortenedTo(size);
            case READY -> passes.again(source, size);
            case FAILED -> {
                // Nothing can be read of it.
            }
        }
        listener.calls(number, index.calls(number));
    }

    /// Whether what an earlier reading found answers while a source is read.
    public boolean isRebuilding(int number) {
        Source source = shelf.get(number);
        return source != null && source.rebuilding();
    }

    /// Opens a capture that is still being sent, and reads it while it comes. Until it has come as
    /// a whole, `remove` undoes this.
    ///
    /// @param bytes wait for more while there may be more; closed with the source
    /// @param size that they will have
    /// @throws IOException when it cannot be read before it is complete
    public SourceStatus arrive(int number, String name, ByteSource bytes, long size)
            throws IOException {
        return begin(SourceStatus.begin(number, name, size), bytes, passes::arriving);
    }

    /// Opens a capture that still grows, and shows what comes until it ends.
    ///
    /// @param bytes wait for more while there may be more; closed with the source
    public SourceStatus follow(int number, String name, ByteSource bytes) throws IOException {
        return begin(SourceStatus.follow(number, name), bytes, passes::follow);
    }

    private SourceStatus begin(SourceStatus status, ByteSource bytes, Consumer<Source> pass)
            throws IOException {
        CaptureFile capture = CaptureFile.open(bytes);
        projection.forget(status.number());
        Source source = new Source(capture, passes.payloads(status.number()), status);
        shelf.put(source);
        pass.accept(source);
        listener.source(status);
        return status;
    }

    /// Analyzes everything anew that was read to its end. What was found before answers meanwhile.
    public void reanalyze() {
        for (Source source : shelf.all()) {
            SourceStatus status = source.status();
            if (status.state() == SourceStatus.State.READY) {
                passes.again(source, status.size());
            }
        }
    }

    /// Nothing that was concluded is kept any more: everything is read again, also what is being
    /// read. What was found before answers meanwhile.
    private void readAgain() {
        Map<Integer, Long> first = new HashMap<>();
        shelf.all().forEach(s -> first.put(s.status().number(), s.capture().first()));
        try {
            projection.only(first);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Source source : shelf.all()) {
            switch (source.status().state()) {
                case READY -> passes.again(source, source.status().size());
                case LIVE, READING -> source.shortenedTo(source.status().size());
                case FAILED -> {
                    // Nothing can be read of it.
                }
            }
        }
    }

    /// What an earlier run found in sources that are not here is found no more: it may have been
    /// broken off before it could forget it itself.
    public void forgetOthers() throws IOException {
        projection.forgetOthers(
                shelf.statuses().stream().map(SourceStatus::number).collect(toSet()));
        index.refresh();
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

    /// Calls a source otherwise; empty when there is none.
    public Optional<SourceStatus> rename(int number, String name) {
        return shelf.rename(number, name);
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
        Optional<Call> found = source.fold(record);
        if (found.isEmpty()) {
            return found;
        }
        if (source.status().state() == SourceStatus.State.READY) {
            folded.put(id, found.get());
        }
        return found;
    }

    /// Whether more may come of a call: its source grows, and it was not folded for good.
    public boolean goesOn(Call call) throws IOException {
        Source source = shelf.get(call.source());
        return source != null
                && source.status().state() == SourceStatus.State.LIVE
                && !index.byId(call.id()).map(Library::saysThatItEnds).orElse(false);
    }

    private static boolean saysThatItEnds(CallRecord record) {
        return record.row().hints().stream()
                .anyMatch(hint -> hint.kind() == HintKind.CAPTURE_ENDS_EARLY);
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

    /// The same with pseudonyms.
    ///
    /// @return how many bodies and pieces of streams had to be left out
    public int anonymizedPackets(Call call, OutputStream out) throws IOException {
        Source source = shelf.required(call.source());
        return CallPackets.writeAnonymized(
                call, source.capture(), source.spool(), Anonymizer.fresh(), out);
    }

    /// Waits a while for sources that have stopped growing, so that they need not be read again.
    public void settle(Duration longest) {
        try {
            passes.settle(longest);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// What is being read ends because its capture is closed. A thread is not interrupted: that
    /// would close the index under others.
    @Override
    public void close() throws IOException {
        passes.close();
        shelf.close();
        projection.close();
    }
}
