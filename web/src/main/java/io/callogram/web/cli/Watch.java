package io.callogram.web.cli;

import io.callogram.analyzer.media.RtpStreams;
import io.callogram.analyzer.pipeline.Analysis;
import io.callogram.analyzer.pipeline.Calls;
import io.callogram.analyzer.pipeline.Limits;
import io.callogram.analyzer.pipeline.Progress;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.file.GrowingFile;
import io.callogram.capture.reassembly.FileSpool;
import io.callogram.capture.reassembly.Spool;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Analyzes a file while it is written.
final class Watch implements Closeable {
    private final GrowingFile growing;
    private final Path scratch;
    private final Calls<?> calls;
    private final Thread thread;
    private volatile @Nullable String failure;

    Watch(Path file, Path scratch, Calls<?> calls) throws IOException {
        this.growing = new GrowingFile(file);
        this.scratch = scratch;
        this.calls = calls;
        thread = Thread.ofPlatform().daemon().name("watch").start(this::run);
    }

    private void run() {
        try (CaptureFile capture = CaptureFile.open(growing);
                Spool spool = new FileSpool(scratch)) {
            Analysis.follow(
                    capture,
                    spool,
                    new RtpStreams(),
                    1,
                    Limits.standard(),
                    Runtime.getRuntime().availableProcessors(),
                    calls,
                    Progress.NONE);
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
        }
    }

    void grown() throws IOException {
        growing.grown();
    }

    /// Why nothing is shown any more, or null.
    @Nullable String failure() {
        return failure;
    }

    /// Returns when everything that was written has been analyzed.
    @Override
    public void close() throws IOException {
        growing.end();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
