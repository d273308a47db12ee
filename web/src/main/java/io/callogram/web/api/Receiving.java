package io.callogram.web.api;

import io.callogram.web.api.problem.Problem;
import io.callogram.web.api.problem.Refused;
import io.callogram.web.api.workbench.Arrival;
import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.api.workbench.Workbench;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// One file on its way in: a large one is read while it comes.
final class Receiving {
    /// Smaller ones have come before anybody could look.
    static final int EARLY = 1 << 20;

    private static final int STEP = 1 << 20;

    private final Workbench workbench;
    private final String name;
    private final long size;
    private @Nullable Arrival arrival;
    private boolean asked;
    private long told;

    /// @param size announced by the sender, or -1
    Receiving(Workbench workbench, String name, long size) {
        this.workbench = workbench;
        this.name = name;
        this.size = size;
    }

    /// @param length bytes in the file so far
    void grown(Path file, long length) throws IOException {
        if (length - told < STEP) {
            return;
        }
        told = length;
        if (!asked && length >= EARLY && length < size) {
            asked = true;
            arrival = workbench.arrive(name, file, size).orElse(null);
        } else if (arrival != null) {
            arrival.grown();
        }
    }

    SourceView complete(Path file) throws IOException {
        return arrival == null
                ? workbench.adopt(name, file)
                : arrival.complete().orElseThrow(Receiving::removed);
    }

    private static Refused removed() {
        return new Refused(
                Problem.of(
                        410,
                        "source-removed",
                        "Removed",
                        "The source was removed while it was being sent."));
    }

    void abandon() throws IOException {
        if (arrival != null) {
            arrival.abandon();
        }
    }
}
