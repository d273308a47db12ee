package io.callogram.capture.live;

import io.callogram.capture.packet.FrameQueue;
import io.callogram.capture.packet.FrameSink;
import io.callogram.capture.packet.UnixTime;
import java.util.List;

/// A capture that runs: keeps a child alive, and hands its frames on. Thread-safe.
public final class LiveCapture implements AutoCloseable {

    /// Where it stands.
    public enum State {
        CAPTURING,
        /// The child is gone and is being started again.
        INTERRUPTED,
        ENDED
    }

    /// Hears what happens besides frames, on the capture's own thread.
    @FunctionalInterface
    public interface Listener {
        void happened(LiveEvent event);
    }

    private static final long LONGEST_PAUSE = 30_000;
    private static final long HEALTHY = 1_000_000_000L;

    private final Spare spare;
    private final LiveOptions options;
    private final Listener listener;
    private final FrameQueue queue;
    private final Thread thread;
    private final Totals totals = new Totals();
    private volatile Child child;
    private volatile State state = State.CAPTURING;
    private volatile boolean stopping;
    private volatile String ending = "";

    private LiveCapture(
            List<String> command, LiveOptions options, FrameSink sink, Listener listener)
            throws CaptureRefused {
        this.spare = new Spare(command);
        this.options = options;
        this.listener = listener;
        queue = new FrameQueue(sink, options.queueBytes());
        try {
            child = Child.start(command, options, queue);
        } catch (CaptureRefused refused) {
            queue.close();
            throw refused;
        }
        totals.begin(child.input(), false);
        spare.prepare();
        thread = Thread.ofPlatform().daemon().name("capture").start(this::run);
    }

    /// Returns when it captures: what is sent from then on is seen.
    public static LiveCapture start(LiveOptions options, FrameSink sink, Listener listener)
            throws CaptureRefused {
        return start(Child.command(), options, sink, listener);
    }

    static LiveCapture start(
            List<String> command, LiveOptions options, FrameSink sink, Listener listener)
            throws CaptureRefused {
        String objection = options.objection();
        if (objection != null) {
            throw new CaptureRefused(CaptureRefused.Cause.REQUEST, objection);
        }
        return new LiveCapture(command, options, sink, listener);
    }

    /// The interfaces of this machine.
    public static List<CaptureInterface> interfaces() throws CaptureRefused {
        Child child = Child.start(Child.command(), null, (_, _, _, _, _, _) -> {});
        child.end();
        return List.copyOf(child.input().interfaces());
    }

    public LiveOptions options() {
        return options;
    }

    public State state() {
        return state;
    }

    /// Why it ended, once it has.
    public String ending() {
        return ending;
    }

    public LiveCounters counters() {
        return totals.counters(queue, options.filter() != null);
    }

    /// The process that captures now, for those who watch over processes.
    public long childId() {
        return child.id();
    }

    /// Ends the capture: what the kernel still holds and what waits is handed on first.
    public void stop() {
        stopping = true;
        child.end();
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive() && !Thread.currentThread().equals(thread)) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void run() {
        String last = "The capture was stopped.";
        boolean more = true;
        while (more) {
            long began = System.nanoTime();
            long heard = listen();
            RuntimeException failure = queue.failure();
            if (failure != null) {
                last =
                        "The capture ended because its frames cannot be kept: "
                                + failure.getMessage();
            }
            more = !stopping && failure == null && resume(heard, System.nanoTime() - began);
        }
        child.kill();
        spare.close();
        queue.close();
        ending = last;
        state = State.ENDED;
        listener.happened(new LiveEvent.Ended(UnixTime.now(), last));
    }

    /// Takes in what the child writes until it ends; when it was heard last.
    private long listen() {
        ChildInput input = child.input();
        long heard = UnixTime.now();
        while (input.next(queue) && queue.failure() == null) {
            heard = UnixTime.now();
        }
        return heard;
    }

    /// Starts another child, however long that takes; false when the capture was stopped before.
    private boolean resume(long heard, long lived) {
        state = State.INTERRUPTED;
        listener.happened(new LiveEvent.Interrupted(heard, child.ending()));
        long pause = lived >= HEALTHY ? 0 : 1_000;
        while (!stopping) {
            if (!sleep(pause)) {
                return false;
            }
            try {
                Child next = spare.take();
                child = next;
                next.ask(options, queue);
                boolean filters = options.filter() != null;
                long missed = totals.begin(next.input(), filters);
                if (stopping) {
                    next.end();
                }
                state = State.CAPTURING;
                listener.happened(new LiveEvent.Resumed(heard, UnixTime.now(), missed, filters));
                spare.prepare();
                return true;
            } catch (CaptureRefused refused) {
                listener.happened(
                        new LiveEvent.StillInterrupted(UnixTime.now(), refused.sentence()));
                pause = Math.min(LONGEST_PAUSE, Math.max(1_000, pause * 2));
            }
        }
        return false;
    }

    private boolean sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }
}
