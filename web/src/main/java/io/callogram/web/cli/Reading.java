package io.callogram.web.cli;

import io.callogram.analyzer.pipeline.Analysis;
import io.callogram.analyzer.pipeline.Analyzed;
import io.callogram.analyzer.pipeline.Calls;
import io.callogram.analyzer.pipeline.Limits;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.file.NotACapture;
import io.callogram.capture.packet.Trouble;
import io.callogram.capture.reassembly.FileSpool;
import io.callogram.capture.reassembly.Spool;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One capture opened by a command: analyzed once, readable until the command ends.
final class Reading implements AutoCloseable {
    private final String name;
    private final CaptureFile capture;
    private final Spool spool;

    private Reading(String name, CaptureFile capture, Spool spool) {
        this.name = name;
        this.capture = capture;
        this.spool = spool;
    }

    /// @param argument a file, or `-` for standard input
    static Reading open(String argument, Scratch scratch) {
        try {
            CaptureFile capture =
                    argument.equals("-")
                            ? CaptureFile.open(System.in, scratch.folder())
                            : CaptureFile.open(existing(argument), scratch.folder());
            String name = argument.equals("-") ? "-" : Path.of(argument).getFileName().toString();
            return new Reading(name, capture, new FileSpool(scratch.folder()));
        } catch (NotACapture | FileNotFoundException e) {
            throw Refusal.failed(argument + ": " + e.getMessage());
        } catch (IOException e) {
            throw Refusal.failed(argument + " cannot be read: " + e.getMessage());
        }
    }

    private static Path existing(String argument) throws IOException {
        Path file = Path.of(argument);
        if (!Files.exists(file)) {
            throw new FileNotFoundException("no such file");
        }
        if (Files.isDirectory(file)) {
            throw new FileNotFoundException("is a directory, not a capture");
        }
        return file;
    }

    <V> Analyzed analyze(int source, Calls<V> calls) {
        try (ProgressBar bar = ProgressBar.onTerminal(name)) {
            Analyzed outcome =
                    Analysis.run(
                            capture,
                            spool,
                            source,
                            Limits.standard(),
                            Runtime.getRuntime().availableProcessors(),
                            calls,
                            bar::at);
            for (Trouble trouble : outcome.troubles()) {
                System.err.println("callogram: " + name + ": " + trouble.sentence());
            }
            return outcome;
        } catch (IOException e) {
            throw Refusal.failed(name + " cannot be read: " + e.getMessage());
        }
    }

    String name() {
        return name;
    }

    CaptureFile capture() {
        return capture;
    }

    Spool spool() {
        return spool;
    }

    @Override
    public void close() throws IOException {
        spool.close();
        capture.close();
    }
}
