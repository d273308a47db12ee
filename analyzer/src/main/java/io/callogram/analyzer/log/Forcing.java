package io.callogram.analyzer.log;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Makes a group durable on a thread of its own, while the next one is written behind it: the disk
/// and the processor work at once. Never more than one; asked by one thread.
final class Forcing {

    /// Hears what became of a group.
    interface Listener {
        void durable(SegmentWriter segment, Group group);

        void failed();
    }

    private final Listener listener;
    private final ExecutorService thread;
    private @Nullable Future<?> task;
    private @Nullable Group group;
    private volatile @Nullable SyncFailed failure;

    Forcing(String name, Listener listener) {
        this.listener = listener;
        thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name(name).daemon().factory());
    }

    /// After `settle`.
    void begin(SegmentWriter segment, Group written) {
        group = written;
        task = thread.submit(() -> force(segment, written));
    }

    private void force(SegmentWriter segment, Group written) {
        try {
            segment.force(written);
        } catch (SyncFailed failed) {
            failure = failed;
            listener.failed();
            return;
        }
        listener.durable(segment, written);
    }

    boolean isUnderWay() {
        return task != null && !task.isDone();
    }

    boolean hasFailed() {
        return failure != null;
    }

    /// Waits for the group that is under way.
    ///
    /// @throws SyncFailed when it is not durable; `unforced` has it
    void settle() throws SyncFailed {
        Future<?> waited = task;
        if (waited == null) {
            return;
        }
        task = null;
        boolean interrupted = false;
        boolean waits = true;
        while (waits) {
            try {
                waited.get();
                waits = false;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new IllegalStateException("a fault of ours in the log", e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        SyncFailed failed = failure;
        failure = null;
        if (failed != null) {
            throw failed;
        }
        group = null;
    }

    /// The group that did not become durable; null when there is none. Whoever asks has it.
    @Nullable Group unforced() {
        Group left = group;
        group = null;
        return left;
    }

    /// After `settle`.
    void end() {
        thread.shutdown();
    }
}
