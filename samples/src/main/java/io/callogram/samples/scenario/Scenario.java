package io.callogram.samples.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// One folder of the store. Its text is read when asked for.
public final class Scenario {
    static final String MESSAGES = "messages.sip";
    private static final String[] CAPTURES = {"capture.pcap", "capture.pcapng"};

    private final String name;
    private final Path folder;
    private final Optional<Path> source;

    Scenario(String name, Path folder, Optional<Path> source) {
        this.name = name;
        this.folder = folder;
        this.source = source;
    }

    /// `group/name`, the folder's path below `scenarios`.
    public String name() {
        return name;
    }

    public String readme() {
        return text(folder.resolve("README.md"));
    }

    /// What it is, as its README begins.
    public String title() {
        return readme().lines().findFirst().orElse("").replaceFirst("^# *", "");
    }

    /// Which flows it shows or only looks like.
    public Claims claims() {
        return Claims.of(readme());
    }

    /// The messages as people read them, where the scenario is written that way.
    public Optional<String> messages() {
        Path file = folder.resolve(MESSAGES);
        return Files.exists(file) ? Optional.of(text(file)) : Optional.empty();
    }

    /// A pcap or pcapng stream.
    public InputStream capture() throws IOException {
        for (String file : CAPTURES) {
            if (Files.exists(folder.resolve(file))) {
                return Files.newInputStream(folder.resolve(file));
            }
        }
        return MessageFile.parse(text(folder.resolve(MESSAGES))).capture();
    }

    /// A name for the capture as a source: the scenario's own with the capture's extension.
    public String captureName() {
        String base = name.replace('/', '-');
        return base + (Files.exists(folder.resolve("capture.pcapng")) ? ".pcapng" : ".pcap");
    }

    /// The content of a golden file such as `ladder.golden`, empty where none has been written yet.
    public Optional<String> golden(String file) {
        Path path = sourceFolder().orElse(folder).resolve(file);
        return Files.exists(path) ? Optional.of(text(path)) : Optional.empty();
    }

    /// Where golden files are written: the folder in the source tree, when there is one.
    public Optional<Path> sourceFolder() {
        return source;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
