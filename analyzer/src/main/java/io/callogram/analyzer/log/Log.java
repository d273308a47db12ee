package io.callogram.analyzer.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The log of one data folder: sources, each with a folder of its own, and the journal.
public final class Log implements Closeable {

    static final String SOURCES = "sources";
    static final String JOURNAL = "journal";
    private static final String RESERVE = "reserve";

    private final Path folder;
    private final Path sourcesFolder;
    private final LogLock lock;
    private final Environment environment;
    private final List<Repair> repairs;
    private final Ledger ledger;
    private final LateSealing sealing;
    private final Map<Integer, LogSource> sources = new TreeMap<>();

    /// Asked by whoever must not wait for the disk.
    private final Map<Integer, Gone> gone = new ConcurrentHashMap<>();

    private final Map<Integer, Captured> captured = new ConcurrentHashMap<>();

    private int lastId;

    private Log(Path folder, LogLock lock, Environment environment, List<Repair> repairs) {
        this.folder = folder;
        this.sourcesFolder = folder.resolve(SOURCES);
        this.lock = lock;
        this.environment = environment;
        this.repairs = repairs;
        this.ledger = Ledger.of(environment.journal().records());
        this.sealing = new LateSealing(environment, this::repaired);
    }

    /// Opens the log in a folder, which may be new. What an earlier run has left unfinished is set
    /// right, and told by `repairs()`.
    ///
    /// @throws LogInUse at once when another process has it
    public static Log open(Path folder) throws IOException {
        return open(
                folder.toAbsolutePath(),
                Settings.STANDARD,
                new LocalDisk(),
                InstantSource.system());
    }

    static Log open(Path folder, Settings settings, Disk disk, InstantSource clock)
            throws IOException {
        privately(folder);
        LogLock lock = LogLock.take(folder);
        Log log = null;
        try {
            List<Repair> repairs = new CopyOnWriteArrayList<>();
            Journal journal = Journal.open(folder.resolve(JOURNAL), disk, clock, repairs::add);
            Reserve reserve = new Reserve(disk, folder.resolve(RESERVE), settings.reserveBytes());
            reserve.restore();
            Environment environment = new Environment(disk, settings, reserve, journal, clock);
            log = new Log(folder, lock, environment, repairs);
            log.recover();
            return log;
        } finally {
            if (log == null) {
                lock.close();
            }
        }
    }

    static void privately(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private void recover() throws IOException {
        privately(sourcesFolder);
        environment.disk().syncFolder(sourcesFolder);
        long known = environment.journal().records().size();
        SourceFolders folders = new SourceFolders(sourcesFolder, environment, repairs::add);
        for (LogSource source : folders.recover(ledger)) {
            sources.put(source.id(), source);
        }
        for (Repair repair : repairs) {
            write(repair);
        }
        environment.journal().records().stream().skip(known).forEach(ledger::add);
        ledger.present().forEach(this::remember);
        lastId = Math.max(folders.lastId(), ledger.lastId());
        sealing.begin(sources.values());
    }

    private void write(Repair repair) throws IOException {
        if (repair.cut() > 0) {
            String file = folder.relativize(repair.file()).toString();
            environment.journal().append(new Entry.TailCut(file, repair.cut()));
        }
    }

    /// Of a segment that was sealed after opening.
    private void repaired(Repair repair) throws IOException {
        if (repairs.stream().noneMatch(before -> before.file().equals(repair.file()))) {
            repairs.add(repair);
            write(repair);
        }
    }

    /// Waits until what an earlier run has left unsealed is sealed, as far as the disk allows it.
    void awaitSealing() throws InterruptedException {
        sealing.await();
    }

    /// What was set right by opening, and by sealing later what was left unsealed.
    public List<Repair> repairs() {
        return List.copyOf(repairs);
    }

    public Journal journal() {
        return environment.journal();
    }

    /// In the order they came.
    public synchronized List<LogSource> sources() {
        return List.copyOf(sources.values());
    }

    public synchronized Optional<LogSource> source(int id) {
        return Optional.ofNullable(sources.get(id));
    }

    /// What people call a source.
    public synchronized String name(int id) {
        Ledger.Known known = ledger.source(id);
        return known == null ? "" : known.name();
    }

    /// When it was added.
    public synchronized @Nullable Instant added(int id) {
        Ledger.Known known = ledger.source(id);
        return known == null ? null : known.added();
    }

    /// How a live source was captured, as far as it was written down.
    public Optional<Captured> captured(int id) {
        return Optional.ofNullable(captured.get(id));
    }

    /// Notes of people by call.
    public synchronized Map<String, String> notes() {
        return Map.copyOf(ledger.notes());
    }

    /// Version of the flow rules that the journal knows; empty for none.
    public synchronized String rules() {
        return ledger.rules();
    }

    /// The number of a source that is to come.
    public synchronized int reserve() {
        return ++lastId;
    }

    /// Takes over a complete file: it is moved, and survives a power cut when this returns.
    public Upload adopt(String name, Path complete) throws IOException {
        return adopt(reserve(), name, complete);
    }

    /// @param id reserved for it
    public Upload adopt(int id, String name, Path complete) throws IOException {
        Upload upload = Upload.adopt(id, newFolder(id), complete, environment);
        synchronized (this) {
            note(new Entry.SourceAdded(id, SourceKind.UPLOAD, name));
            sources.put(id, upload);
        }
        return upload;
    }

    /// A live source, without any packet yet.
    public synchronized Recording create(String name) throws IOException {
        int id = reserve();
        Path folder = newFolder(id);
        note(new Entry.SourceAdded(id, SourceKind.LIVE, name));
        Recording recording = new Recording(id, folder, environment, List.of(), 0);
        sources.put(id, recording);
        return recording;
    }

    private Path newFolder(int id) throws IOException {
        Path folder = sourcesFolder.resolve(SourceFolders.name(id));
        privately(folder);
        environment.disk().syncFolder(sourcesFolder);
        return folder;
    }

    /// Erases everything of a source; false when there is none. From the moment that the journal
    /// has it, the source is not seen again, even if the process ends before its files are gone.
    public boolean erase(int id) throws IOException {
        LogSource source = source(id).orElse(null);
        if (source == null) {
            return false;
        }
        if (source instanceof Recording recording) {
            recording.stop();
            sealing.leave(recording);
        }
        synchronized (this) {
            note(new Entry.SourceErased(id));
            sources.remove(id);
        }
        SourceFolders.erase(source.folder(), environment.disk());
        return true;
    }

    /// What is not to be found any more is forgotten here before its bytes go.
    @FunctionalInterface
    public interface Forgetting {
        /// @param before position of the first byte of the source that stays
        void before(int source, long before) throws IOException;
    }

    /// Lets the segments of live sources go that need not be kept any longer. Once the journal has
    /// it, they are gone: a process that ends half-way is continued by the next opening.
    public void retain(Retention retention, Forgetting forgetting) throws IOException {
        Instant now = environment.clock().instant();
        for (LogSource source : sources()) {
            if (source instanceof Recording recording) {
                long before = retention.before(recording.segments(), now);
                if (before > recording.first()) {
                    shorten(recording, before, forgetting);
                }
            }
        }
    }

    private void shorten(Recording recording, long before, Forgetting forgetting)
            throws IOException {
        int id = recording.id();
        note(new Entry.SegmentsErased(id, recording.gone(gone(id).before(), before)));
        List<Segment> going = recording.forget(before);
        boolean forgotten = false;
        try {
            forgetting.before(id, before);
            forgotten = true;
        } finally {
            if (!forgotten) {
                recording.restore(going);
            }
        }
        for (Segment segment : going) {
            SegmentFolder.remove(environment.disk(), segment.file());
        }
    }

    /// What retention took of a source.
    public Gone gone(int id) {
        return gone.getOrDefault(id, Gone.NOTHING);
    }

    /// Begins to read everything again in the background, each time so long after the last.
    public Scrub scrub(Duration every) {
        return new Scrub(this, every);
    }

    /// What somebody should know who looks after the disk: one sentence each.
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (LogSource source : sources()) {
            RecorderStatus status =
                    source instanceof Recording recording ? recording.recording() : null;
            if (status != null && !status.isHealthy()) {
                complaints.add(name(source.id()) + ": " + status.sentence());
            }
        }
        return complaints;
    }

    /// Every counter of the log, by a stable name in snake case.
    public Map<String, Long> counters() {
        return LogCounters.of(this);
    }

    /// Writes something down that people did, and remembers what follows from it.
    public synchronized void note(Entry entry) throws IOException {
        ledger.add(environment.journal().append(entry));
        if (entry instanceof Entry.SegmentsErased erased) {
            remember(erased.source());
        }
    }

    private void remember(int id) {
        Ledger.Known known = ledger.source(id);
        if (known != null) {
            gone.put(id, known.gone());
        }
        Captured how = ledger.captured(id);
        if (how != null) {
            captured.put(id, how);
        }
    }

    /// Ends all recording, and lets the next process in.
    @Override
    public void close() throws IOException {
        sealing.close();
        for (LogSource source : sources()) {
            if (source instanceof Recording recording) {
                recording.stop();
            }
        }
        environment.journal().close();
        lock.close();
    }
}
