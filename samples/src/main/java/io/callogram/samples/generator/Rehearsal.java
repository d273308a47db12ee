package io.callogram.samples.generator;

import io.callogram.samples.script.Chance;
import io.callogram.samples.script.Entry;
import io.callogram.samples.script.Network;
import io.callogram.samples.script.Scene;
import io.callogram.samples.script.Stage;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Plays the scenes of a run one after the other on a thread of its own, a batch ahead of whoever
/// writes them down.
final class Rehearsal implements AutoCloseable {
    /// 2026-01-05 08:00 UTC, a Monday morning.
    private static final long EPOCH = 1_767_600_000_000_000_000L;

    private static final int BATCH = 512;

    /// A scene with the moment at which it begins.
    record Played(long start, Pending pending, Entry entry) {}

    private final Traffic traffic;
    private final Network network;
    private final Chance arrivals;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("rehearsal").factory());
    private long played;
    private long start = EPOCH;
    private Future<List<Played>> next;

    Rehearsal(Traffic traffic) {
        this.traffic = traffic;
        this.network = new Network(traffic.seed());
        this.arrivals = new Chance(traffic.seed());
        this.next = thread.submit(this::batch);
    }

    /// The next scenes in order of their beginning, none when all have been played.
    List<Played> take() throws InterruptedIOException {
        try {
            List<Played> batch = next.get();
            next = thread.submit(this::batch);
            return batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while generating");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a script failed", e.getCause());
        }
    }

    private List<Played> batch() {
        List<Played> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && played < traffic.calls()) {
            batch.add(play(played++));
            // Poisson arrivals: the times between calls are exponential.
            start += (long) (-Math.log(1 - arrivals.unit()) / traffic.rate() * 1e9);
        }
        return batch;
    }

    private Played play(long number) {
        Chance chance = new Chance(arrivals.number());
        Stage stage = new Stage(start, chance, traffic.conditions());
        Scene scene = new Scene(stage, network, traffic.mix().topology(chance));
        traffic.mix().flow(chance).play(scene);
        stage.end();
        return new Played(start, new Pending(number, stage.items()), stage.entry());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
