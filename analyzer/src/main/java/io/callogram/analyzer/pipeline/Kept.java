package io.callogram.analyzer.pipeline;

import io.callogram.capture.reassembly.FileSpool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/// The folder of what the analysis of a source leaves on disk beside its calls in the index, so
/// that the source need not be read again: its summary, and the payloads that were put together.
/// All of it can be thrown away.
final class Kept {
    private static final String SUMMARY = "summary";
    private static final String PAYLOADS = "payloads";
    private static final String NEW = ".new";

    private final Path folder;

    Kept(Path folder) {
        this.folder = folder;
    }

    /// Whether anything can be put there; somebody may have taken the folder away.
    boolean isThere() {
        return Files.isDirectory(folder);
    }

    /// Of the last analysis that was completed.
    FileSpool payloads() throws IOException {
        return FileSpool.kept(folder.resolve(PAYLOADS));
    }

    /// For an analysis that begins; nothing of the last one is touched.
    FileSpool newPayloads() throws IOException {
        Files.createDirectories(folder);
        Path fresh = folder.resolve(PAYLOADS + NEW);
        Files.deleteIfExists(fresh);
        return FileSpool.kept(fresh);
    }

    /// An analysis is complete, or so far; its payloads are forced.
    void write(Summary summary) throws IOException {
        Files.write(folder.resolve(SUMMARY + NEW), summary.pack());
        if (Files.exists(folder.resolve(PAYLOADS + NEW))) {
            Files.deleteIfExists(folder.resolve(SUMMARY));
            replace(PAYLOADS);
        }
        replace(SUMMARY);
    }

    private void replace(String name) throws IOException {
        Files.move(
                folder.resolve(name + NEW),
                folder.resolve(name),
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// Empty when there is nothing, or nothing that can be used.
    Optional<Summary> read() throws IOException {
        Path summary = folder.resolve(SUMMARY);
        return Files.isRegularFile(summary) && Files.isRegularFile(folder.resolve(PAYLOADS))
                ? Summary.unpack(Files.readAllBytes(summary))
                : Optional.empty();
    }

    void delete() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
