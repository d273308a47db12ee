package io.callogram.web.desk;

import io.callogram.analyzer.log.Recorder;
import io.callogram.analyzer.log.RecorderStatus;
import io.callogram.analyzer.log.Recording;
import io.callogram.web.api.workbench.CaptureView;
import io.callogram.web.api.workbench.CaptureView.State;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One source while it is captured: from its feed through the recorder into the log.
final class LiveSource {
    private final Recording recording;
    private final Recorder recorder;
    private final Feed feed;
    private final String what;
    private final Gaps gaps;
    private final Bookkeeping books;
    private boolean stopped;
    private volatile boolean settled;

    LiveSource(
            Recording recording,
            Recorder recorder,
            Feed feed,
            String what,
            Gaps gaps,
            Bookkeeping books) {
        this.recording = recording;
        this.recorder = recorder;
        this.feed = feed;
        this.what = what;
        this.gaps = gaps;
        this.books = books;
    }

    int id() {
        return recording.id();
    }

    Recording recording() {
        return recording;
    }

    String what() {
        return what;
    }

    /// Whether it still captures, or tries to.
    synchronized boolean isRunning() {
        return !stopped;
    }

    /// Whether its feed has given up.
    boolean hasEnded() {
        return feed.state() == State.ENDED;
    }

    CaptureView view() {
        Feed.Counts counts = feed.counts();
        RecorderStatus status = recorder.status();
        SortedMap<String, Long> dropped = new TreeMap<>(counts.dropped());
        dropped.put("disk", status.dropped());
        long gone = dropped.values().stream().mapToLong(Long::longValue).sum();
        return new CaptureView(
                feed.kind(),
                what,
                isRunning() ? feed.state() : State.ENDED,
                counts.received(),
                status.durable(),
                Math.max(0, counts.received() - status.durable() - gone),
                dropped,
                counts.lostBefore(),
                counts.filtered(),
                gaps.all(),
                gaps.earlier(),
                gaps.earlierMissed(),
                true,
                sentence(status));
    }

    private @Nullable String sentence(RecorderStatus status) {
        if (!status.isHealthy() && status.sentence() != null) {
            return status.sentence();
        }
        String failure = isRunning() ? feed.failure() : null;
        return failure == null ? gaps.sentence() : failure;
    }

    /// Ends it, and returns when everything that came is durable; false when it had ended before.
    boolean stop() {
        synchronized (this) {
            if (stopped) {
                return false;
            }
            stopped = true;
        }
        feed.stop();
        recorder.close();
        settled = true;
        keep();
        return true;
    }

    /// Has its counts and gaps written down. What the disk refuses now is tried again a second
    /// later; the log complains of such a disk.
    void keep() {
        try {
            books.keep(view(), settled);
        } catch (IOException _) {
            // Until then.
        }
    }
}
