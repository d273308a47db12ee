package io.callogram.capture.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A child that has started and waits to be asked, for when the one that captures dies: what takes
/// long in a start is behind it. Thread-safe.
final class Spare implements AutoCloseable {

    private final List<String> command;
    private @Nullable Child waiting;
    private boolean closed;

    Spare(List<String> command) {
        this.command = command;
    }

    /// Has one wait, unless one does; the next try is made at the next call.
    synchronized void prepare() {
        if (closed || waiting != null && waiting.isAlive()) {
            return;
        }
        try {
            waiting = Child.spawn(command);
        } catch (CaptureRefused _) {
            waiting = null;
        }
    }

    /// The one that waits, or one that has only begun to start.
    synchronized Child take() throws CaptureRefused {
        Child ready = waiting;
        waiting = null;
        return ready != null && ready.isAlive() ? ready : Child.spawn(command);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (waiting != null) {
            waiting.kill();
            waiting = null;
        }
    }
}
