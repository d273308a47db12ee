package io.callogram.analyzer.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Checks a whole log without changing it, also while another process records into it.
public final class Verification {

    private final Path folder;
    private final boolean inUse;
    private final List<Finding> findings = new ArrayList<>();
    private Ledger ledger = Ledger.of(List.of());
    private long files;
    private long packets;
    private long bytes;
    private Progress progress = (_, _) -> {};

    /// @param packets that are intact, of live sources
    public record Report(
            int sources, long files, long packets, long bytes, List<Finding> findings) {

        public boolean isWhole() {
            return findings.stream().noneMatch(Finding::lost);
        }
    }

    /// Hears how many bytes of all have been checked.
    @FunctionalInterface
    public interface Progress {
        void at(long checked, long all);
    }

    private Verification(Path folder, boolean inUse) {
        this.folder = folder;
        this.inUse = inUse;
    }

    /// @throws IOException when there is no log in that folder, or it cannot be read
    public static Report of(Path data, Progress progress) throws IOException {
        Path folder = data.toAbsolutePath();
        if (!Files.isDirectory(folder.resolve(Log.SOURCES))) {
            throw new IOException(folder + " holds no log");
        }
        // With the lock nobody changes what is being checked.
        try (LogLock _ = LogLock.take(folder)) {
            return new Verification(folder, false).all(progress);
        } catch (LogInUse _) {
            return new Verification(folder, true).all(progress);
        }
    }

    private Report all(Progress told) throws IOException {
        progress = told;
        journal();
        Map<Integer, Path> folders = SourceFolders.list(folder.resolve(Log.SOURCES));
        for (int id : ledger.present()) {
            if (!folders.containsKey(id)) {
                Path missing = folder.resolve(Log.SOURCES).resolve(SourceFolders.name(id));
                findings.add(Finding.lost(missing, "is gone, and nobody erased it"));
            }
        }
        long all = 0;
        for (Path source : folders.values()) {
            all += size(source);
        }
        for (var source : folders.entrySet()) {
            source(source.getKey(), source.getValue(), all);
        }
        return new Report(folders.size(), files, packets, bytes, List.copyOf(findings));
    }

    private void journal() throws IOException {
        List<Recorded> records = new ArrayList<>();
        for (Path file : Journal.files(folder.resolve(Log.JOURNAL))) {
            byte[] content = Files.readAllBytes(file);
            JournalText text = JournalText.read(content);
            files++;
            bytes += content.length;
            records.addAll(text.records());
            if (text.damaged() > 0) {
                findings.add(
                        Finding.lost(file, "has %,d lines that cannot be read", text.damaged()));
            }
            if (text.length() < content.length && !inUse) {
                int torn = content.length - text.length();
                findings.add(
                        Finding.note(
                                file, "ends with %,d bytes that were never acknowledged", torn));
            }
        }
        ledger = Ledger.of(records);
        records.forEach(this::history);
    }

    /// What was lost or cut before, and written down then.
    private void history(Recorded recorded) {
        Path journal = folder.resolve(Log.JOURNAL);
        switch (recorded.entry()) {
            case Entry.Gap gap ->
                    findings.add(
                            Finding.note(
                                    journal,
                                    "says at %s: source %d lacks %,d packets that the disk could not take",
                                    recorded.at(),
                                    gap.source(),
                                    gap.packets()));
            case Entry.TailCut cut ->
                    findings.add(
                            Finding.note(
                                    journal,
                                    "says at %s: %,d bytes that were never acknowledged were cut from %s",
                                    recorded.at(),
                                    cut.bytes(),
                                    cut.file()));
            case Entry.SourceAdded _,
                    Entry.Renamed _,
                    Entry.SourceErased _,
                    Entry.SegmentsErased _,
                    Entry.CaptureStarted _,
                    Entry.CapturePaused _,
                    Entry.CaptureStopped _,
                    Entry.CaptureGap _,
                    Entry.CaptureCounted _,
                    Entry.NoteAdded _,
                    Entry.RulesChanged _,
                    Entry.Other _ -> {
                // Nothing was lost by them.
            }
        }
    }

    private static long size(Path source) throws IOException {
        long size = 0;
        try (var all = Files.list(source)) {
            for (Path file : all.toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }

    private void source(int id, Path source, long all) throws IOException {
        Ledger.Known known = ledger.source(id);
        if (known != null && known.erased()) {
            findings.add(Finding.note(source, "is being erased; the next start ends that"));
            return;
        }
        if (Files.exists(source.resolve(Upload.FILE))
                || (known != null && known.kind() == SourceKind.UPLOAD)) {
            add(FileCheck.upload(source.resolve(Upload.FILE)), all);
            return;
        }
        long next = known == null ? 0 : known.gone().before();
        for (SegmentName name : SegmentFolder.names(source)) {
            Path file = source.resolve(name.file());
            if (name.first() > next) {
                findings.add(
                        Finding.lost(file, "follows %,d bytes that are gone", name.first() - next));
            }
            FileCheck check = FileCheck.segment(file, name, inUse);
            add(check, all);
            next = name.first() + check.bytes();
        }
    }

    private void add(FileCheck check, long all) {
        files++;
        packets += check.packets();
        bytes += check.bytes();
        findings.addAll(check.findings());
        progress.at(bytes, all);
    }
}
