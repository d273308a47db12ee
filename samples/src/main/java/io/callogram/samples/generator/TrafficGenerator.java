package io.callogram.samples.generator;

import io.callogram.samples.generator.Rehearsal.Played;
import io.callogram.samples.wire.CaptureFile;
import io.callogram.samples.wire.Frames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Writes captures of generated traffic. Memory holds the scenes that are open at one moment of
/// capture time, no more.
public final class TrafficGenerator {
    private final PriorityQueue<Pending> open = new PriorityQueue<>();
    private final Frames frames;
    private final @Nullable TruthFile truth;
    private long begun;
    private long messages;

    private TrafficGenerator(Frames frames, @Nullable TruthFile truth) {
        this.frames = frames;
        this.truth = truth;
    }

    /// Writes the capture, and the truth about it where a file is named for it.
    public static Counts generate(
            Traffic traffic, Path out, @Nullable Path truth, Progress progress) throws IOException {
        try (CaptureFile capture = CaptureFile.create(out);
                TruthFile told = truth == null ? null : new TruthFile(truth);
                Rehearsal rehearsal = new Rehearsal(traffic)) {
            return new TrafficGenerator(new Frames(capture), told)
                    .write(rehearsal, traffic.calls(), progress);
        }
    }

    private Counts write(Rehearsal rehearsal, long calls, Progress progress) throws IOException {
        for (List<Played> batch = rehearsal.take(); !batch.isEmpty(); batch = rehearsal.take()) {
            for (Played played : batch) {
                showUntil(played.start());
                begin(played);
            }
            progress.at(begun, calls, messages);
        }
        showUntil(Long.MAX_VALUE);
        return new Counts(begun, messages, frames.packets(), frames.bytes());
    }

    private void begin(Played played) throws IOException {
        if (!played.pending().isDone()) {
            open.add(played.pending());
        }
        messages += played.entry().messages();
        begun++;
        if (truth != null) {
            truth.write(played.entry());
        }
    }

    private void showUntil(long moment) throws IOException {
        while (true) {
            Pending first = open.peek();
            if (first == null || first.at() >= moment) {
                return;
            }
            open.poll();
            first.take().write(frames);
            if (!first.isDone()) {
                open.add(first);
            }
        }
    }
}
