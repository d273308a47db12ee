package io.callogram.web.desk;

import io.callogram.capture.hep.HepCounters;
import io.callogram.capture.hep.HepListener;
import io.callogram.capture.live.LiveCapture;
import io.callogram.capture.live.LiveCounters;
import io.callogram.web.api.workbench.CaptureView.Kind;
import io.callogram.web.api.workbench.CaptureView.State;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where the frames of a live source come from.
sealed interface Feed permits Feed.Interfaces, Feed.HepSenders {

    /// Counts up to where the log takes over.
    ///
    /// @param handedOn frames that the log was given
    record Counts(
            long received,
            long handedOn,
            SortedMap<String, Long> dropped,
            long lostBefore,
            long filtered) {}

    Kind kind();

    State state();

    Counts counts();

    /// Why it ended by itself, or null.
    @Nullable String failure();

    /// Returns when everything that came has been handed on.
    void stop();

    record Interfaces(LiveCapture capture) implements Feed {

        @Override
        public Kind kind() {
            return Kind.LIVE;
        }

        @Override
        public State state() {
            return switch (capture.state()) {
                case CAPTURING -> State.CAPTURING;
                case INTERRUPTED -> State.INTERRUPTED;
                case ENDED -> State.ENDED;
            };
        }

        @Override
        public Counts counts() {
            LiveCounters c = capture.counters();
            SortedMap<String, Long> dropped = new TreeMap<>();
            dropped.put("kernel", c.kernelDrops());
            dropped.put("queue", c.queueDrops());
            return new Counts(
                    c.received(), c.handedOn(), dropped, c.interfaceDrops(), c.filtered());
        }

        @Override
        public @Nullable String failure() {
            return capture.state() == LiveCapture.State.ENDED ? capture.ending() : null;
        }

        @Override
        public void stop() {
            capture.stop();
        }
    }

    record HepSenders(HepListener listener) implements Feed {

        @Override
        public Kind kind() {
            return Kind.HEP;
        }

        @Override
        public State state() {
            return listener.failure() == null ? State.CAPTURING : State.ENDED;
        }

        @Override
        public Counts counts() {
            HepCounters c = listener.counters();
            SortedMap<String, Long> dropped = new TreeMap<>();
            dropped.put("queue", c.queueDrops());
            dropped.put("not-allowed", c.notAllowed());
            dropped.put("unauthenticated", c.unauthenticated());
            dropped.put("malformed", c.malformed());
            dropped.put("too-large", c.tooLarge());
            return new Counts(c.received(), c.handedOn(), dropped, c.kernelDrops(), 0);
        }

        @Override
        public @Nullable String failure() {
            RuntimeException failure = listener.failure();
            return failure == null ? null : String.valueOf(failure.getMessage());
        }

        @Override
        public void stop() {
            listener.close();
        }
    }
}
