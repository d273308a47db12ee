package io.callogram.samples.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds all scenarios, in a folder of classes as well as in a jar; a folder that is there is
/// found.
public final class Scenarios {
    /// Directories in jars need not be entries, files are: so a file is looked up.
    private static final String ANCHOR = "/scenarios/README.md";

    private Scenarios() {}

    /// All scenarios, sorted by name.
    public static List<Scenario> all() {
        Path root = root();
        Optional<Path> source = source(root);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file ->
                            file.getFileName() != null && isCapture(file.getFileName().toString()))
                    .map(file -> scenario(root, source, folderOf(file)))
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Scenario named(String name) {
        return all().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scenario is called " + name));
    }

    private static boolean isCapture(String file) {
        return file.equals(Scenario.MESSAGES)
                || file.equals("capture.pcap")
                || file.equals("capture.pcapng");
    }

    private static Scenario scenario(Path root, Optional<Path> source, Path folder) {
        String name = root.relativize(folder).toString().replace('\\', '/');
        return new Scenario(name, folder, source.map(path -> path.resolve(name)));
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    /// In a checkout, classes lie in `target/classes` beside `src/main/resources`.
    private static Optional<Path> source(Path root) {
        Path classes = root.getParent();
        if (classes == null || !classes.endsWith("target/classes")) {
            return Optional.empty();
        }
        Path source = classes.resolve("../../src/main/resources/scenarios").normalize();
        return Files.isDirectory(source) ? Optional.of(source) : Optional.empty();
    }

    private static Path root() {
        URL anchor = Scenarios.class.getResource(ANCHOR);
        if (anchor == null) {
            throw new IllegalStateException("the scenarios are not on the class path");
        }
        try {
            return folderOf(path(anchor.toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a place to read from: " + anchor, e);
        }
    }

    private static Path path(URI uri) {
        if (!uri.getScheme().equals("jar")) {
            return Path.of(uri);
        }
        return jar(uri).getPath(ANCHOR);
    }

    private static FileSystem jar(URI uri) {
        try {
            return FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            return FileSystems.getFileSystem(uri);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
