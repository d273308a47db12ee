package io.callogram.analyzer.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folders of all sources as another run has left them, and what the journal says of them.
final class SourceFolders {

    private final Path parent;
    private final Environment environment;
    private final Consumer<Repair> told;
    private int lastId;

    SourceFolders(Path parent, Environment environment, Consumer<Repair> told) {
        this.parent = parent;
        this.environment = environment;
        this.told = told;
    }

    static String name(int id) {
        return String.format("%010d", id);
    }

    /// By their numbers.
    static Map<Integer, Path> list(Path parent) throws IOException {
        Map<Integer, Path> folders = new TreeMap<>();
        try (Stream<Path> all = Files.list(parent)) {
            for (Path folder : all.toList()) {
                String name = folder.getFileName().toString();
                if (name.matches("0\\d{9}")) {
                    folders.put(Integer.parseInt(name), folder);
                }
            }
        }
        return folders;
    }

    int lastId() {
        return lastId;
    }

    List<LogSource> recover(Ledger ledger) throws IOException {
        List<LogSource> sources = new ArrayList<>();
        for (var entry : list(parent).entrySet()) {
            int id = entry.getKey();
            lastId = id;
            Ledger.Known known = ledger.source(id);
            if (known != null && known.erased()) {
                erase(entry.getValue(), environment.disk());
            } else {
                recovered(id, entry.getValue(), known).ifPresent(sources::add);
            }
        }
        return sources;
    }

    private Optional<LogSource> recovered(int id, Path folder, Ledger.@Nullable Known known)
            throws IOException {
        Path upload = folder.resolve(Upload.FILE);
        if (Files.exists(upload) && (known != null || isComplete(upload))) {
            known(id, known, SourceKind.UPLOAD);
            return Optional.of(new Upload(id, upload));
        }
        if (known == null && SegmentFolder.names(folder).isEmpty()) {
            // The source was being added when the run ended: nobody was told that it was there.
            erase(folder, environment.disk());
            return Optional.empty();
        }
        if (known != null && known.kind() == SourceKind.UPLOAD) {
            return Optional.of(new Upload(id, upload));
        }
        known(id, known, SourceKind.LIVE);
        long before = known == null ? 0 : known.gone().before();
        List<Segment> segments =
                new SegmentFolder(folder, environment.disk(), told).recover(before);
        return Optional.of(new Recording(id, folder, environment, segments, before));
    }

    private static boolean isComplete(Path upload) {
        try {
            return Manifest.read(upload).length() == Files.size(upload);
        } catch (IOException incomplete) {
            return false;
        }
    }

    /// A source that the journal has lost is there again under its number.
    private void known(int id, Ledger.@Nullable Known known, SourceKind kind) throws IOException {
        if (known == null) {
            environment.journal().append(new Entry.SourceAdded(id, kind, "s" + id));
        }
    }

    /// Removes a folder with all that is in it.
    static void erase(Path folder, Disk disk) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                disk.delete(file);
            }
        }
        disk.syncFolder(folder.resolveSibling(""));
    }
}
