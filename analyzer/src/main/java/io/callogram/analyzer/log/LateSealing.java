package io.callogram.analyzer.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Seals what an earlier run has left unsealed, on a thread of its own: whoever opens a log does
/// not wait until all of that is read.
final class LateSealing implements Closeable {

    /// Until what the disk has refused is tried again.
    private static final long RETRY = TimeUnit.SECONDS.toMillis(30);

    private record Left(Recording recording, Segment segment) {}

    /// Hears what was found.
    @FunctionalInterface
    interface Told {
        void accept(Repair repair) throws IOException;
    }

    private final Environment environment;
    private final Told told;
    private final List<Left> waiting = new ArrayList<>();
    private final List<Left> refused = new ArrayList<>();
    private @Nullable Left current;

    /// Nothing of it is sealed any more.
    private @Nullable Recording going;

    private boolean running;
    private boolean hurried;
    private boolean closed;

    LateSealing(Environment environment, Told told) {
        this.environment = environment;
        this.told = told;
    }

    synchronized void begin(Collection<LogSource> sources) {
        for (LogSource source : sources) {
            if (source instanceof Recording recording) {
                recording.segments().stream()
                        .filter(segment -> !segment.isSealed())
                        .map(segment -> new Left(recording, segment))
                        .forEach(waiting::add);
            }
        }
        if (!waiting.isEmpty()) {
            running = true;
            Thread.ofPlatform().name("seal-late").daemon().start(this::run);
        }
    }

    private void run() {
        try {
            pause(environment.settings().sealAfter().toMillis());
            for (Left next = next(); next != null; next = next()) {
                ended(seal(next));
            }
        } catch (InterruptedException interrupted) {
            // Nobody but this class has the thread; the next opening goes on.
            Thread.currentThread().interrupt();
        } finally {
            over();
        }
    }

    private synchronized void pause(long millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long left = until - System.nanoTime();
        while (left > 0 && !hurried && !closed) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = until - System.nanoTime();
        }
    }

    /// Null when there is no more to do.
    private synchronized @Nullable Left next() throws InterruptedException {
        if (waiting.isEmpty() && !refused.isEmpty() && !hurried) {
            pause(RETRY);
            waiting.addAll(refused);
            refused.clear();
        }
        current = closed || waiting.isEmpty() ? null : waiting.removeFirst();
        return current;
    }

    private synchronized void ended(boolean sealed) {
        if (current != null && !sealed && current.recording != going) {
            refused.add(current);
        }
        current = null;
        notifyAll();
    }

    /// False when the disk refuses.
    private boolean seal(Left left) {
        Segment segment = left.segment;
        Unsealed unsealed = new Unsealed(segment, -1, environment.clock().instant(), false);
        try {
            Unsealed.Sealed sealed = unsealed.seal(environment.disk(), this::rest);
            left.recording.ended(sealed.segment());
            told.accept(new Repair(segment.file(), cut(segment), sealed.holes()));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /// What stands behind the next segment's first byte was never acknowledged.
    private long cut(Segment segment) throws IOException {
        long beyond = Files.size(segment.file()) - segment.length();
        if (beyond > 0) {
            try (DiskFile open = environment.disk().open(segment.file())) {
                open.truncate(segment.length());
                open.force();
            }
        }
        return beyond;
    }

    private synchronized void rest() throws InterruptedIOException {
        if (closed || (current != null && current.recording == going)) {
            throw new InterruptedIOException();
        }
    }

    private synchronized void over() {
        current = null;
        running = false;
        notifyAll();
    }

    /// A source is to be erased: nothing is written into its folder when this returns.
    synchronized void leave(Recording recording) {
        going = recording;
        waiting.removeIf(left -> left.recording == recording);
        refused.removeIf(left -> left.recording == recording);
        patiently(() -> current != null && current.recording == recording);
    }

    /// Waits until everything is sealed that the disk takes.
    synchronized void await() throws InterruptedException {
        hurried = true;
        notifyAll();
        while (running) {
            wait();
        }
    }

    /// What is not sealed yet is left to the next opening.
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        patiently(() -> running);
    }

    /// Waits as long as that holds, which is never long.
    private synchronized void patiently(BooleanSupplier holds) {
        boolean interrupted = false;
        while (holds.getAsBoolean()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
