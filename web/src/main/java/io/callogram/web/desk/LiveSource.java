package io.callogram.web.desk;

import io.callogram.analyzer.log.Recorder;
import io.callogram.analyzer.log.RecorderStatus;
import io.callogram.analyzer.log.Recording;
import io.callogram.capture.live.LiveEvent;
import io.callogram.web.api.workbench.CaptureView;
import io.callogram.web.api.workbench.CaptureView.Gap;
import io.callogram.web.api.workbench.CaptureView.State;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One source while it is captured: from its feed through the recorder into the log.
final class LiveSource {
    private static final int MAX_GAPS = 100;

    private final Recording recording;
    private final Recorder recorder;
    private final Feed feed;
    private final String what;
    private final Gaps gaps;
    private boolean stopped;

    /// The gaps of a capture, told by itself.
    static final class Gaps {
        private final Deque<Gap> gaps = new ArrayDeque<>();
        private @Nullable String sentence;

        synchronized void hear(LiveEvent event) {
            switch (event) {
                case LiveEvent.Interrupted gone -> {
                    gaps.addLast(new Gap(gone.time(), -1, -1, false));
                    sentence = gone.sentence();
                    if (gaps.size() > MAX_GAPS) {
                        gaps.removeFirst();
                    }
                }
                case LiveEvent.StillInterrupted still -> sentence = still.sentence();
                case LiveEvent.Resumed again -> {
                    gaps.pollLast();
                    gaps.addLast(
                            new Gap(again.since(), again.time(), again.missed(), again.atMost()));
                }
                case LiveEvent.Ended _ -> {}
            }
        }

        synchronized List<Gap> all() {
            return List.copyOf(gaps);
        }

        synchronized @Nullable String sentence() {
            return sentence;
        }
    }

    LiveSource(Recording recording, Recorder recorder, Feed feed, String what, Gaps gaps) {
        this.recording = recording;
        this.recorder = recorder;
        this.feed = feed;
        this.what = what;
        this.gaps = gaps;
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
        return true;
    }
}
