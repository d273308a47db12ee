package io.callogram.web.desk;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// A private folder for what need not outlast the program: unpacked captures, samples.
final class Scratch implements Closeable {
    private final Path folder;
    private final Map<Integer, Path> copies = new HashMap<>();

    private Scratch(Path folder) {
        this.folder = folder;
    }

    /// What another run left over goes.
    static Scratch open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Scratch scratch = new Scratch(folder);
        scratch.sweep();
        return scratch;
    }

    private void sweep() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    Path folder() {
        return folder;
    }

    Path copy(InputStream capture) throws IOException {
        Path file = Files.createTempFile(folder, "sample-", ".capture");
        Files.copy(capture, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    synchronized void holds(int source, Path copy) {
        copies.put(source, copy);
    }

    synchronized void discard(int source) throws IOException {
        Path copy = copies.remove(source);
        if (copy != null) {
            Files.deleteIfExists(copy);
        }
    }

    @Override
    public void close() throws IOException {
        sweep();
    }
}
