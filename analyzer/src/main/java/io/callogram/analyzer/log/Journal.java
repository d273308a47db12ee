package io.callogram.analyzer.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What people did, in order. An entry survives a power cut when `append` returns.
public final class Journal implements Closeable {

    private static final String SUFFIX = ".journal";

    private final Path folder;
    private final Disk disk;
    private final InstantSource clock;
    private final List<Recorded> records = new ArrayList<>();
    private int damaged;
    private int files;
    private long number;
    private @Nullable DiskFile file;
    private long length;

    private Journal(Path folder, Disk disk, InstantSource clock) {
        this.folder = folder;
        this.disk = disk;
        this.clock = clock;
    }

    static Journal open(Path folder, Disk disk, InstantSource clock, Consumer<Repair> told)
            throws IOException {
        Journal journal = new Journal(folder, disk, clock);
        List<Path> files = files(folder);
        for (Path file : files) {
            JournalText text = JournalText.read(Files.readAllBytes(file));
            journal.damaged += text.damaged();
            text.records().forEach(journal::known);
            journal.files = number(file);
            journal.length = text.length();
        }
        if (!files.isEmpty()) {
            journal.resume(files.getLast(), told);
        }
        return journal;
    }

    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches("\\d{6}\\.journal"))
                    .sorted()
                    .toList();
        }
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().substring(0, 6));
    }

    /// Written twice when the disk failed after the first time.
    private void known(Recorded recorded) {
        if (recorded.number() > number) {
            records.add(recorded);
            number = recorded.number();
        }
    }

    private void resume(Path last, Consumer<Repair> told) throws IOException {
        DiskFile open = disk.open(last);
        long torn = open.size() - length;
        if (torn > 0) {
            open.truncate(length);
            open.force();
            told.accept(new Repair(last, torn, 0));
        }
        if (length < JournalText.HEAD.length()) {
            open.close();
            return;
        }
        file = open;
    }

    /// @throws IOException when the entry may not be durable
    public synchronized Recorded append(Entry entry) throws IOException {
        Recorded recorded = new Recorded(++number, clock.instant(), entry);
        byte[] line = JournalText.line(recorded);
        try {
            write(line);
        } catch (SyncFailed unknown) {
            // The file is given up; the same entry in another one is read once.
            write(line);
        }
        records.add(recorded);
        return recorded;
    }

    private void write(byte[] line) throws IOException {
        DiskFile open = file == null ? begin() : file;
        file = open;
        boolean written = false;
        try {
            open.append(line, 0, line.length);
            written = true;
            open.force();
            length += line.length;
        } catch (IOException failed) {
            file = null;
            if (!written) {
                open.truncate(length);
            }
            open.close();
            throw written ? new SyncFailed(failed) : failed;
        }
    }

    private DiskFile begin() throws IOException {
        Files.createDirectories(folder);
        Path path = folder.resolve(String.format("%06d", ++files) + SUFFIX);
        byte[] head = JournalText.HEAD.getBytes(StandardCharsets.UTF_8);
        DiskFile begun = disk.create(path);
        boolean durable = false;
        try {
            begun.append(head, 0, head.length);
            begun.force();
            disk.syncFolder(folder);
            durable = true;
        } finally {
            if (!durable) {
                begun.close();
            }
        }
        length = head.length;
        return begun;
    }

    public synchronized List<Recorded> records() {
        return List.copyOf(records);
    }

    /// Lines that could not be read when the journal was opened.
    public int damaged() {
        return damaged;
    }

    @Override
    public synchronized void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
