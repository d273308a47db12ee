package io.callogram.web.desk;

import io.callogram.analyzer.log.Captured;
import io.callogram.analyzer.log.Log;
import io.callogram.analyzer.log.Recorder;
import io.callogram.analyzer.log.Recording;
import io.callogram.analyzer.pipeline.SourceStatus;
import io.callogram.capture.hep.HepListener;
import io.callogram.capture.hep.HepOptions;
import io.callogram.capture.live.CaptureInterface;
import io.callogram.capture.live.CaptureRefused;
import io.callogram.capture.live.LiveCapture;
import io.callogram.capture.live.LiveOptions;
import io.callogram.capture.packet.FrameSink;
import io.callogram.web.api.workbench.CaptureView;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The live sources of this run. Tells of each whose counts have changed, once a second.
final class LiveSources implements Closeable {
    private static final int TELL_EVERY = 1_000;
    private static final FrameSink NOBODY = (_, _, _, _, _, _) -> {};

    private final Log log;
    private final Beginning begun;
    private final Consumer<LiveSource> changed;
    private final Map<Integer, LiveSource> sources = new ConcurrentSkipListMap<>();
    private final Map<Integer, CaptureView> told = new TreeMap<>();
    private final Thread teller;

    /// Takes a source that has begun.
    interface Beginning {
        void of(LiveSource source) throws IOException;
    }

    /// @param begun a source that has begun to grow
    /// @param changed what there is to tell of it has
    LiveSources(Log log, Beginning begun, Consumer<LiveSource> changed) {
        this.log = log;
        this.begun = begun;
        this.changed = changed;
        teller = Thread.ofPlatform().daemon().name("live-counts").start(this::tell);
    }

    List<CaptureInterface> interfaces() throws CaptureRefused {
        return LiveCapture.interfaces();
    }

    LiveSource start(LiveOptions options) throws CaptureRefused, IOException {
        Gaps gaps = new Gaps();
        CompletableFuture<FrameSink> log = new CompletableFuture<>();
        LiveCapture capture = LiveCapture.start(options, into(log), gaps::hear);
        String interfaces = String.join(", ", options.interfaces());
        String filter = options.filter();
        String what = filter == null ? interfaces : interfaces + " · " + filter;
        return record(what, new Feed.Interfaces(capture), log, gaps);
    }

    LiveSource listen(HepOptions options) throws IOException {
        CompletableFuture<FrameSink> log = new CompletableFuture<>();
        HepListener listener = HepListener.start(options, into(log));
        String what = "HEP " + listener.address();
        return record(what, new Feed.HepSenders(listener), log, new Gaps());
    }

    /// Frames may come before the log has a place for them; they wait in the feed's queue.
    private static FrameSink into(CompletableFuture<FrameSink> log) {
        return (time, link, original, bytes, offset, length) ->
                log.join().frame(time, link, original, bytes, offset, length);
    }

    private LiveSource record(String what, Feed feed, CompletableFuture<FrameSink> to, Gaps gaps)
            throws IOException {
        LiveSource source;
        try {
            Recording recording = log.create(what);
            Recorder recorder = recording.record(what);
            to.complete(recorder);
            Bookkeeping books = new Bookkeeping(log, recording.id());
            source = new LiveSource(recording, recorder, feed, what, gaps, books);
            source.keep();
        } finally {
            if (!to.isDone()) {
                to.complete(NOBODY);
                feed.stop();
            }
        }
        sources.put(source.id(), source);
        begun.of(source);
        return source;
    }

    @Nullable LiveSource source(int id) {
        return sources.get(id);
    }

    /// How a source is captured, or was by an earlier run; null for a file.
    @Nullable CaptureView view(SourceStatus status) {
        int id = status.number();
        LiveSource source = sources.get(id);
        if (source != null) {
            return source.view();
        }
        Captured before = log.captured(id).orElse(null);
        return before == null ? null : PastCapture.of(before, status, log.gone(id));
    }

    Iterable<LiveSource> all() {
        return sources.values();
    }

    boolean stop(int id) {
        LiveSource source = sources.get(id);
        boolean ran = source != null && source.stop();
        if (source != null && ran) {
            changed.accept(source);
        }
        return ran;
    }

    /// Ends a capture, if it runs, and forgets it.
    void forget(int id) {
        stop(id);
        sources.remove(id);
    }

    private void tell() {
        try {
            while (true) {
                Thread.sleep(TELL_EVERY);
                for (LiveSource source : sources.values()) {
                    if (source.isRunning() && source.hasEnded()) {
                        source.stop();
                    }
                    source.keep();
                    CaptureView view = source.view();
                    if (!view.equals(told.put(source.id(), view))) {
                        changed.accept(source);
                    }
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        teller.interrupt();
        for (LiveSource source : sources.values()) {
            source.stop();
        }
    }
}
