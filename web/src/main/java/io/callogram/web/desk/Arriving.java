package io.callogram.web.desk;

import io.callogram.analyzer.log.Log;
import io.callogram.analyzer.pipeline.Library;
import io.callogram.capture.file.GrowingFile;
import io.callogram.web.api.workbench.Arrival;
import io.callogram.web.api.workbench.SourceView;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// An upload that is read while it is sent. It is in the log, and its reading ends, only when all
/// of it is there and durable: what was concluded from the half of a capture is never kept.
final class Arriving implements Arrival {
    private final Log log;
    private final Library library;
    private final int id;
    private final String name;
    private final Path spooled;
    private final GrowingFile growing;
    private final Runnable ended;

    private Arriving(
            Log log,
            Library library,
            int id,
            String name,
            Path spooled,
            GrowingFile growing,
            Runnable ended) {
        this.log = log;
        this.library = library;
        this.id = id;
        this.name = name;
        this.spooled = spooled;
        this.growing = growing;
        this.ended = ended;
    }

    /// @param id reserved in the log
    /// @param ended told when it has come, or never will
    /// @throws IOException when it cannot be read before it is complete
    static Arriving begin(
            Log log, Library library, int id, String name, Path spooled, long size, Runnable ended)
            throws IOException {
        GrowingFile growing = new GrowingFile(spooled);
        growing.grown();
        library.arrive(id, name, growing, size);
        return new Arriving(log, library, id, name, spooled, growing, ended);
    }

    @Override
    public void grown() throws IOException {
        try {
            growing.grown();
        } catch (ClosedChannelException _) {
            // Somebody removed it: what comes of it has nobody who reads it.
        }
    }

    @Override
    public Optional<SourceView> complete() throws IOException {
        boolean adopted = false;
        try {
            log.adopt(id, name, spooled);
            adopted = true;
            growing.end();
        } catch (ClosedChannelException _) {
            log.erase(id);
        } finally {
            Files.deleteIfExists(spooled);
            if (!adopted) {
                abandon();
            }
        }
        ended.run();
        return library.source(id).map(SourceViews::of);
    }

    @Override
    public void abandon() throws IOException {
        growing.close();
        library.remove(id);
        ended.run();
    }
}
