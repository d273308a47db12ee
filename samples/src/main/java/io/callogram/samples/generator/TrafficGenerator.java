package io.callogram.samples.generator;

import io.callogram.samples.script.Chance;
import io.callogram.samples.script.Network;
import io.callogram.samples.script.Scene;
import io.callogram.samples.script.Stage;
import io.callogram.samples.sip.MessageText;
import io.callogram.samples.wire.CaptureFile;
import io.callogram.samples.wire.Frames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Writes captures of generated traffic. Memory holds the scenes that are open at one moment of capture time, no more.
public final class TrafficGenerator {
    /// 2026-01-05 08:00 UTC, a Monday morning.
    private static final long EPOCH = 1_767_600_000_000_000_000L;
    private static final int REPORT_EVERY = 4096;

    private final Traffic traffic;
    private final Network network;
    private final Chance arrivals;
    private final PriorityQueue<Pending> open = new PriorityQueue<>();
    private final Frames frames;
    private final @Nullable TruthFile truth;
    private final Progress progress;
    private final MessageText text = new MessageText();
    private long begun;
    private long messages;

    private TrafficGenerator(Traffic traffic, Frames frames, @Nullable TruthFile truth, Progress progress) {
        this.traffic = traffic;
        this.network = new Network(traffic.seed());
        this.arrivals = new Chance(traffic.seed());
        this.frames = frames;
        this.truth = truth;
        this.progress = progress;
    }

    /// Writes the capture, and the truth about it where a file is named for it.
    public static Counts generate(Traffic traffic, Path out, @Nullable Path truth, Progress progress) throws IOException {
        try (CaptureFile capture = CaptureFile.create(out);
                TruthFile told = truth == null ? null : new TruthFile(truth)) {
            return new TrafficGenerator(traffic, new Frames(capture), told, progress).run();
        }
    }

    private Counts run() throws IOException {
        long start = EPOCH;
        for (long scene = 0; scene < traffic.calls(); scene++) {
            showUntil(start);
            begin(scene, start);
            // Poisson arrivals: the times between calls are exponential.
            start += (long) (-Math.log(1 - arrivals.unit()) / traffic.rate() * 1e9);
        }
        showUntil(Long.MAX_VALUE);
        progress.at(begun, traffic.calls(), messages);
        return new Counts(begun, messages, frames.packets(), frames.bytes());
    }

    private void begin(long number, long start) throws IOException {
        Chance chance = new Chance(arrivals.number());
        Stage stage = new Stage(start, chance, traffic.conditions());
        Scene scene = new Scene(stage, network, traffic.mix().topology(chance));
        traffic.mix().flow(chance).play(scene);
        stage.end();
        Pending pending = new Pending(number, stage.items());
        if (!pending.isDone()) {
            open.add(pending);
        }
        messages += stage.entry().messages();
        begun++;
        if (truth != null) {
            truth.write(stage.entry());
        }
        if (begun % REPORT_EVERY == 0) {
            progress.at(begun, traffic.calls(), messages);
        }
    }

    private void showUntil(long moment) throws IOException {
        while (true) {
            Pending first = open.peek();
            if (first == null || first.at() >= moment) {
                return;
            }
            open.poll();
            first.take().write(frames, text);
            if (!first.isDone()) {
                open.add(first);
            }
        }
    }
}
