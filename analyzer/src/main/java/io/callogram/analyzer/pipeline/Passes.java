package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.index.CallIndex;
import io.callogram.capture.reassembly.FileSpool;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Reads sources: whole ones one after the other, growing ones beside them; keeps what came of it.
final class Passes implements Closeable {
    private final Path folder;
    private final Projection projection;
    private final Rulebook rules;
    private final CallIndex index;
    private final Shelf shelf;
    private final FoldedCalls folded;
    private final Library.Listener listener;
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final ExecutorService analyses =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    waiting,
                    Thread.ofPlatform().name("source-", 1).daemon().factory());
    private final Set<Thread> followers = ConcurrentHashMap.newKeySet();
    private final Object forgetting = new Object();
    private volatile boolean closed;

    Passes(
            Path folder,
            Projection projection,
            Rulebook rules,
            Shelf shelf,
            FoldedCalls folded,
            Library.Listener listener) {
        this.folder = folder;
        this.projection = projection;
        this.rules = rules;
        this.index = projection.index();
        this.shelf = shelf;
        this.folded = folded;
        this.listener = listener;
    }

    /// For what a reading that begins puts together.
    FileSpool payloads(int number) throws IOException {
        FileSpool kept = projection.newPayloads(number);
        return kept == null ? new FileSpool(folder) : kept;
    }

    /// When those before it have been read.
    ///
    /// @param again calls of an earlier reading are in the index
    void later(Source source, boolean again) {
        analyses.execute(() -> analyze(source, again));
    }

    /// Reads a source again; what was found before answers meanwhile.
    void again(Source source, long size) {
        SourceStatus status = source.status();
        source.rebuilding(true);
        source.status(SourceStatus.begin(status.number(), status.name(), size));
        later(source, true);
    }

    /// One that is still being sent.
    void arriving(Source source) {
        Thread.ofPlatform().name("arriving-", 1).daemon().start(() -> analyze(source, false));
    }

    void follow(Source source) {
        Thread follower =
                Thread.ofPlatform()
                        .name("following-" + source.status().number())
                        .daemon()
                        .unstarted(() -> followed(source));
        followers.add(follower);
        follower.start();
    }

    /// @param again calls of an earlier analysis are in the index, and are replaced one by one
    private void analyze(Source source, boolean again) {
        int number = source.status().number();
        Indexing indexing = indexing(source, again);
        complete(
                source,
                indexing,
                () -> {
                    FileSpool spool = again ? payloads(number) : source.spool();
                    Analyzed analyzed =
                            Analysis.run(
                                    source.capture(),
                                    spool,
                                    number,
                                    Limits.standard(),
                                    Runtime.getRuntime().availableProcessors(),
                                    indexing,
                                    indexing);
                    source.spool(spool);
                    return analyzed;
                });
    }

    Judging judging(Source source) {
        return new Judging(source, rules);
    }

    private Indexing indexing(Source source, boolean again) {
        return new Indexing(
                source,
                projection.nextPass(),
                again,
                judging(source),
                index,
                listener,
                soFar -> reached(source, soFar));
    }

    private void reached(Source source, Summary soFar) {
        try {
            if (shelf.get(soFar.status().number()) == source) {
                projection.reached(soFar, source.spool());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void followed(Source source) {
        Indexing indexing = indexing(source, false);
        complete(
                source,
                indexing,
                () ->
                        Analysis.follow(
                                source.capture(),
                                source.spool(),
                                source.streams(),
                                source.status().number(),
                                Limits.standard(),
                                Runtime.getRuntime().availableProcessors(),
                                indexing,
                                indexing));
    }

    private interface Pass {
        Analyzed run() throws IOException;
    }

    private void complete(Source source, Indexing indexing, Pass pass) {
        try {
            Analyzed analyzed = indexing.told(pass.run());
            source.streams(analyzed.streams());
            indexing.finish();
            folded.forget(source.status().number());
            long calls = index.calls(source.status().number());
            SourceStatus ready = source.status().ready(analyzed, calls, indexing.elapsed());
            source.rebuilding(false);
            if (source.isShortened()) {
                boolean grew = source.status().state() == SourceStatus.State.LIVE;
                long left = source.takeShortened();
                again(source, grew ? ready.size() : left);
                return;
            }
            if (shelf.get(ready.number()) == source) {
                projection.completed(new Summary(ready, analyzed.streams()), source.spool());
            }
            source.status(ready);
        } catch (IOException | UncheckedIOException e) {
            source.status(source.status().failed("reading stopped: " + e.getMessage()));
        } catch (RuntimeException e) {
            source.status(source.status().failed("reading stopped by a fault of ours: " + e));
            if (!closed) {
                throw e;
            }
        } finally {
            followers.remove(Thread.currentThread());
            indexing.close();
            end(source, indexing.calls());
        }
    }

    private void end(Source source, long calls) {
        if (shelf.get(source.status().number()) != source) {
            forget(source.status().number());
        } else if (!closed) {
            listener.source(source.status());
            listener.calls(source.status().number(), calls);
        }
    }

    /// A source that was removed while it was read may have put calls into the index since. When
    /// all are closed none was removed: what is not complete is read again, and what is stays.
    private void forget(int number) {
        synchronized (forgetting) {
            if (closed) {
                return;
            }
            try {
                projection.forget(number);
                index.refresh();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Waits a while for sources that have stopped growing.
    void settle(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        for (Thread follower : followers) {
            long left = deadline - System.nanoTime();
            if (left > 0) {
                follower.join(Duration.ofNanos(left));
            }
        }
    }

    /// What is being read ends when its capture is closed. What is being forgotten is forgotten
    /// when this returns, because the index may be closed then.
    @Override
    public void close() {
        synchronized (forgetting) {
            closed = true;
        }
        analyses.shutdown();
        waiting.clear();
    }
}
