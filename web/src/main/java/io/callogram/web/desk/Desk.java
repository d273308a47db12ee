package io.callogram.web.desk;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.index.Page;
import io.callogram.analyzer.index.Search;
import io.callogram.analyzer.index.SearchTooLong;
import io.callogram.analyzer.index.Statistics;
import io.callogram.analyzer.index.UnusableCursor;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.pipeline.Library;
import io.callogram.analyzer.pipeline.Projection;
import io.callogram.analyzer.pipeline.SourceStatus;
import io.callogram.analyzer.sip.Where;
import io.callogram.samples.scenario.Scenario;
import io.callogram.samples.scenario.Scenarios;
import io.callogram.web.api.workbench.MessageReading;
import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.api.workbench.Workbench;
import io.callogram.web.json.Build;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The workbench over a library of open captures.
public final class Desk implements Workbench, AutoCloseable {
    private static final String RECORDED = "recorded/";

    private final Shelf shelf;
    private final Library library;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

    private Desk(Shelf shelf) throws IOException {
        this.shelf = shelf;
        this.library = new Library(shelf.scratch(), Projection.inMemory(), new Telling());
    }

    /// Opens the desk in a folder, with the captures that were put there before.
    public static Desk open(Path folder) throws IOException {
        Desk desk = new Desk(Shelf.open(folder));
        for (Shelf.Kept kept : desk.shelf.kept()) {
            desk.shelf.holds(desk.reopen(kept).number(), kept);
        }
        return desk;
    }

    /// One capture that went bad on disk does not keep the others from being seen.
    private SourceStatus reopen(Shelf.Kept kept) {
        try {
            return library.visit(kept.name(), kept.file());
        } catch (IOException e) {
            String sentence = "could not be opened: " + e.getMessage();
            return library.visitUnopened(kept.name(), kept.file(), sentence);
        }
    }

    /// Reads a capture where it stands; removing the source leaves the file alone.
    public SourceView read(String name, Path file) throws IOException {
        return SourceViews.of(library.visit(name, file));
    }

    /// Reads every capture that comes with the program and was recorded, not written by hand.
    public void samples() throws IOException {
        for (Scenario scenario : Scenarios.all()) {
            if (scenario.name().startsWith(RECORDED)) {
                read(scenario);
            }
        }
    }

    @Override
    public Optional<SourceView> sample(String name) throws IOException {
        for (Scenario scenario : Scenarios.all()) {
            if (scenario.name().equals(RECORDED + name)) {
                return Optional.of(read(scenario));
            }
        }
        return Optional.empty();
    }

    private SourceView read(Scenario scenario) throws IOException {
        try (InputStream capture = scenario.capture()) {
            String name = scenario.name().substring(RECORDED.length()) + ".pcap";
            Shelf.Kept copy = new Shelf.Kept(name, shelf.copy(capture));
            SourceStatus status = library.visit(name, copy.file());
            shelf.holds(status.number(), copy);
            return SourceViews.of(status);
        }
    }

    @Override
    public SourceView adopt(String name, Path spooled) throws IOException {
        Shelf.Kept kept = shelf.keep(name, spooled);
        try {
            SourceStatus status = library.visit(name, kept.file());
            shelf.holds(status.number(), kept);
            return SourceViews.of(status);
        } catch (IOException e) {
            shelf.discard(kept);
            throw e;
        }
    }

    @Override
    public Page search(Search search) throws IOException, UnusableCursor, SearchTooLong {
        return library.index().search(search);
    }

    @Override
    public Statistics statistics(Query query) throws IOException, SearchTooLong {
        return library.index().statistics(query);
    }

    @Override
    public long newest() throws IOException {
        return library.index().newest();
    }

    @Override
    public Optional<CallRecord> record(String id) throws IOException {
        return library.index().byId(id);
    }

    @Override
    public Optional<CallRecord> recordAt(int source, long position) throws IOException {
        return library.index().byPosition(source, position);
    }

    @Override
    public Optional<Call> call(String id) throws IOException {
        return library.call(id);
    }

    @Override
    public byte[] bytes(Where where) throws IOException {
        return library.message(where.source(), where.stored(), where.length());
    }

    @Override
    public MessageReading reading(byte[] message, Where where) {
        return Readings.of(message, where);
    }

    @Override
    public List<Layer> layers(Where where) throws IOException {
        return library.layers(where).stream()
                .map(layer ->
                        new Layer(
                                layer.name(),
                                layer.fields().stream()
                                        .map(field -> Map.entry(field.name(), field.value()))
                                        .toList()))
                .toList();
    }

    @Override
    public void pcap(Call call, OutputStream out) throws IOException {
        library.packets(call, out);
    }

    @Override
    public List<SourceView> sources() {
        return library.sources().stream().map(SourceViews::of).toList();
    }

    @Override
    public Optional<SourceView> source(int id) {
        return library.source(id).map(SourceViews::of);
    }

    @Override
    public boolean removeSource(int id) throws IOException {
        Optional<SourceStatus> status = library.source(id);
        if (status.isEmpty()) {
            return false;
        }
        library.remove(id);
        shelf.discard(id);
        tell(new Change.OfCalls(id, status.get().calls()));
        return true;
    }

    @Override
    public Subscription subscribe(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell(Change change) {
        for (Consumer<Change> listener : listeners) {
            listener.accept(change);
        }
    }

    @Override
    public Map<String, Long> counters() {
        return SourceViews.counters(library.sources());
    }

    @Override
    public String version() {
        return Build.VERSION;
    }

    @Override
    public String rules() {
        return Build.RULES;
    }

    @Override
    public void close() throws IOException {
        library.close();
        shelf.close();
    }

    private final class Telling implements Library.Listener {
        @Override
        public void source(SourceStatus status) {
            tell(new Change.OfSource(SourceViews.of(status)));
        }

        @Override
        public void calls(int source, long changed) {
            tell(new Change.OfCalls(source, changed));
        }
    }
}
