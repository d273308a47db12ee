package io.callogram.web.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Where everything is that is kept: in the XDG data folder, unless told otherwise.
final class DataFolder {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
    private Path folder = home().resolve("callogram");

    Path folder() {
        return folder;
    }

    private static Path home() {
        String data = System.getenv("XDG_DATA_HOME");
        return data == null || data.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(data);
    }
}
