package io.callogram.web.desk;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.index.Page;
import io.callogram.analyzer.index.Search;
import io.callogram.analyzer.index.SearchTooLong;
import io.callogram.analyzer.index.Statistics;
import io.callogram.analyzer.index.UnusableCursor;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.log.Log;
import io.callogram.analyzer.log.LogInUse;
import io.callogram.analyzer.log.LogSource;
import io.callogram.analyzer.log.Retention;
import io.callogram.analyzer.log.Scrub;
import io.callogram.analyzer.log.Upload;
import io.callogram.analyzer.pipeline.Library;
import io.callogram.analyzer.pipeline.Projection;
import io.callogram.analyzer.pipeline.SourceStatus;
import io.callogram.analyzer.sip.Where;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.hep.HepOptions;
import io.callogram.capture.live.CaptureInterface;
import io.callogram.capture.live.CaptureRefused;
import io.callogram.capture.live.LiveOptions;
import io.callogram.web.api.workbench.Arrival;
import io.callogram.web.api.workbench.Captures;
import io.callogram.web.api.workbench.MessageReading;
import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.api.workbench.Workbench;
import io.callogram.web.json.Build;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The workbench over a library of open captures. What people bring goes into the log first.
public final class Desk implements Workbench, AutoCloseable {
    /// So long for sources that end with the desk to be read to their end.
    private static final Duration LONGEST_SETTLING = Duration.ofSeconds(4);

    private final Log log;
    private final Scrub scrub;
    private final Scratch scratch;
    private final Rulebook rules;
    private final Library library;
    private final LiveSources live;
    private final Vitals vitals;
    private final Written written;
    private final Samples samples;
    private volatile @Nullable Keeping keeping;
    private final Set<Integer> arriving = ConcurrentHashMap.newKeySet();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

    private Desk(Path folder, Log log, Rulebook rules) throws IOException {
        this.log = log;
        this.rules = rules;
        this.scrub = log.scrub(Duration.ofDays(1));
        this.scratch = Scratch.open(folder.resolve("scratch"));
        Projection projection =
                Projection.open(
                        folder.resolve("index"), Build.RULES + " " + rules.toString().hashCode());
        this.library =
                new Library(
                        scratch.folder(), projection, rules, new Telling(this::tell, this::view));
        this.samples = new Samples(library, scratch);
        this.live = new LiveSources(log, this::follow, this::tell);
        this.vitals = new Vitals(log, scrub, library, live, () -> keeping);
        this.written = new Written(log, library);
    }

    /// Opens the desk in a folder, with everything that is in its log.
    ///
    /// @throws LogInUse when another process has it
    public static Desk open(Path folder, Rulebook rules) throws IOException {
        Log log = Log.open(folder);
        Desk desk = null;
        try {
            desk = new Desk(folder, log, rules);
            Opening opening = new Opening(log, desk.library, desk.scratch);
            for (LogSource source : log.sources()) {
                opening.open(source);
            }
            desk.library.forgetOthers();
            return desk;
        } finally {
            if (desk == null) {
                log.close();
            }
        }
    }

    /// From now on, lets go what need not be kept any longer: at once, and every hour.
    public void retain(Retention retention) {
        keeping = new Keeping(log, library, retention);
    }

    /// What cannot be shown is captured all the same.
    private void follow(LiveSource source) throws IOException {
        try {
            library.follow(source.id(), source.what(), source.recording().open());
        } catch (IOException e) {
            String sentence = "could not be opened: " + e.getMessage();
            library.addUnopened(source.id(), source.what(), 0, sentence);
        }
        tell(source);
    }

    private void tell(LiveSource source) {
        source(source.id()).ifPresent(view -> tell(new Change.OfSource(view)));
    }

    /// Listens for HEP, as another live source.
    public SourceView listen(HepOptions options) throws IOException {
        return view(live.listen(options));
    }

    private SourceView view(LiveSource source) throws IOException {
        return source(source.id())
                .orElseThrow(() -> new IOException("the source was removed while it began"));
    }

    @Override
    public Captures captures() {
        return new Capturing();
    }

    /// Analyzes everything anew. What was found before answers meanwhile.
    public void reanalyze() {
        library.reanalyze();
    }

    /// Reads a capture where it stands; removing the source leaves the file alone.
    public SourceView read(String name, Path file) throws IOException {
        return SourceViews.of(library.visit(name, file));
    }

    /// Reads every capture that comes with the program and was recorded, not written by hand.
    public void samples() throws IOException {
        samples.all();
    }

    @Override
    public Optional<SourceView> sample(String name) throws IOException {
        return samples.named(name);
    }

    @Override
    public Optional<Arrival> arrive(String name, Path spooled, long size) {
        int id = log.reserve();
        arriving.add(id);
        try {
            return Optional.of(
                    Arriving.begin(log, library, id, name, spooled, size, () -> hasArrived(id)));
        } catch (IOException _) {
            arriving.remove(id);
            return Optional.empty(); // when it is complete, that says why, or unpacks it
        }
    }

    private void hasArrived(int id) {
        arriving.remove(id);
        tell(
                source(id)
                        .<Change>map(Change.OfSource::new)
                        .orElseGet(() -> new Change.OfCalls(id, 0)));
    }

    @Override
    public SourceView adopt(String name, Path spooled) throws IOException {
        try {
            CaptureFile.open(spooled, scratch.folder()).close();
            Upload upload = log.adopt(name, spooled);
            CaptureFile capture = upload.capture(scratch.folder());
            return SourceViews.of(library.add(upload.id(), name, capture, upload.bytes()));
        } finally {
            Files.deleteIfExists(spooled);
        }
    }

    @Override
    public Page search(Search search) throws IOException, UnusableCursor, SearchTooLong {
        return library.index()
                .search(
                        new Search(
                                written.resolved(search.query()),
                                search.order(),
                                search.limit(),
                                search.after(),
                                search.skip()));
    }

    @Override
    public Statistics statistics(Query query) throws IOException, SearchTooLong {
        return library.index().statistics(written.resolved(query));
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
    public Findings findings(Call call) throws IOException {
        Findings findings = rules.judge(call);
        return library.goesOn(call) ? findings.soFar() : findings;
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
    public int anonymizedPcap(Call call, OutputStream out) throws IOException {
        return library.anonymizedPackets(call, out);
    }

    @Override
    public List<SourceView> sources() {
        List<SourceView> all = new ArrayList<>();
        library.sources().forEach(status -> all.add(view(status)));
        all.sort(Comparator.comparingInt(SourceView::id));
        return all;
    }

    private SourceView view(SourceStatus status) {
        int id = status.number();
        SourceView.State state =
                arriving.contains(id) ? SourceView.State.UPLOADING : SourceViews.state(status);
        return SourceViews.of(
                status, state, live.view(status), library.isRebuilding(id), log.gone(id));
    }

    @Override
    public Optional<SourceView> source(int id) {
        return library.source(id).map(this::view);
    }

    @Override
    public boolean removeSource(int id) throws IOException {
        Optional<SourceView> known = source(id);
        if (known.isEmpty()) {
            return false;
        }
        live.forget(id);
        written.eraseNotes(id);
        library.remove(id);
        log.erase(id);
        scratch.discard(id);
        tell(new Change.OfCalls(id, known.get().calls()));
        return true;
    }

    @Override
    public Optional<SourceView> rename(int id, String name) throws IOException {
        if (source(id).isEmpty()) {
            return Optional.empty();
        }
        written.rename(id, name);
        Optional<SourceView> renamed = source(id);
        renamed.ifPresent(view -> tell(new Change.OfSource(view)));
        return renamed;
    }

    @Override
    public Map<String, String> notes() {
        return log.notes();
    }

    @Override
    public void note(String call, String text) throws IOException {
        written.note(call, text);
        record(call).ifPresent(it -> tell(new Change.OfCalls(it.row().source(), 1)));
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
        return vitals.counters();
    }

    @Override
    public List<String> complaints() {
        return vitals.complaints();
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
        Keeping kept = keeping;
        if (kept != null) {
            kept.close();
        }
        live.close();
        library.settle(LONGEST_SETTLING);
        library.close();
        scrub.close();
        log.close();
        scratch.close();
    }

    private final class Capturing implements Captures {
        @Override
        public List<CaptureInterface> interfaces() throws CaptureRefused {
            return live.interfaces();
        }

        @Override
        public SourceView start(LiveOptions options) throws CaptureRefused, IOException {
            return view(live.start(options));
        }

        @Override
        public boolean stop(int id) {
            return live.stop(id);
        }
    }
}
