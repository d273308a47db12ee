package io.callogram.web.desk;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The folder of kept captures: private, each under a generated name, with what people call it
/// beside it. Scratch files go when the program ends.
final class Shelf implements Closeable {
    private static final String CAPTURE = ".capture";
    private static final String NAME = ".name";

    private final Path captures;
    private final Path scratch;
    private final Map<Integer, Kept> held = new HashMap<>();

    /// A capture of our own.
    record Kept(String name, Path file) {}

    private Shelf(Path captures, Path scratch) {
        this.captures = captures;
        this.scratch = scratch;
    }

    static Shelf open(Path folder) throws IOException {
        Path captures = privately(folder.resolve("captures"));
        Path scratch = privately(folder.resolve("scratch"));
        Shelf shelf = new Shelf(captures, scratch);
        shelf.sweep();
        return shelf;
    }

    private static Path privately(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }

    /// What another run left half done.
    private void sweep() throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    Path scratch() {
        return scratch;
    }

    /// In the order they came.
    List<Kept> kept() throws IOException {
        List<Kept> kept = new ArrayList<>();
        try (Stream<Path> files = Files.list(captures)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(CAPTURE))
                            .sorted(Comparator.comparing(Path::getFileName))
                            .toList()) {
                Path name = beside(file);
                kept.add(
                        new Kept(
                                Files.exists(name)
                                        ? Files.readString(name)
                                        : file.getFileName().toString(),
                                file));
            }
        }
        return kept;
    }

    synchronized Kept keep(String name, Path spooled) throws IOException {
        Path file = captures.resolve(String.format("%016x", next()) + CAPTURE);
        Files.writeString(beside(file), name);
        Files.move(spooled, file, StandardCopyOption.REPLACE_EXISTING);
        return new Kept(name, file);
    }

    private long next() throws IOException {
        long last = 0;
        for (Kept kept : kept()) {
            String stem = kept.file.getFileName().toString();
            last =
                    Math.max(
                            last,
                            Long.parseUnsignedLong(
                                    stem.substring(0, stem.length() - CAPTURE.length()), 16));
        }
        return last + 1;
    }

    Path copy(InputStream capture) throws IOException {
        Path file = Files.createTempFile(scratch, "sample-", CAPTURE);
        Files.copy(capture, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    synchronized void holds(int source, Kept kept) {
        held.put(source, kept);
    }

    synchronized void discard(int source) throws IOException {
        Kept kept = held.remove(source);
        if (kept != null) {
            discard(kept);
        }
    }

    void discard(Kept kept) throws IOException {
        Files.deleteIfExists(kept.file);
        Files.deleteIfExists(beside(kept.file));
    }

    private static Path beside(Path capture) {
        String name = capture.getFileName().toString();
        return capture.resolveSibling(name.substring(0, name.length() - CAPTURE.length()) + NAME);
    }

    @Override
    public void close() throws IOException {
        sweep();
    }
}
