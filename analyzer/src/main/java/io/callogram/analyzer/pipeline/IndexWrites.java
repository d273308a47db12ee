package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.index.CallIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Writes to the index, one after the other in the order given, on a thread of its own: who finds
/// calls waits for the index only when that is far behind.
final class IndexWrites implements AutoCloseable {
    /// Making calls findable takes a second now and then; so many are found meanwhile.
    private static final int WAITING = 16_384;

    private static final long LOOK_MILLIS = 10;
    private static final Write END = () -> {};

    /// One write.
    @FunctionalInterface
    interface Write {
        void run() throws IOException;
    }

    private final BlockingQueue<Write> queue = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread =
            Thread.ofPlatform().name("index-", 1).daemon().start(this::runAll);
    private final CallIndex index;
    private volatile @Nullable Exception failure;
    private volatile boolean closed;

    IndexWrites(CallIndex index) {
        this.index = index;
    }

    /// @throws UncheckedIOException when an earlier write failed
    void add(Write write) {
        refuse();
        waiting(() -> queue.put(write));
    }

    /// Waits until everything is written.
    void finish() {
        add(END);
        waiting(thread::join);
        refuse();
    }

    private interface Wait {
        void run() throws InterruptedException;
    }

    private static void waiting(Wait wait) {
        try {
            wait.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing to the index", e);
        }
    }

    private void refuse() {
        Exception why = failure;
        if (why instanceof IOException io) {
            throw new UncheckedIOException(io);
        }
        if (why instanceof RuntimeException ours) {
            throw ours;
        }
    }

    /// After a failure nothing more is written, but taken, so that nobody waits for room.
    @SuppressWarnings("ReferenceEquality") // the one that ends it
    private void runAll() {
        try {
            Write write = queue.take();
            while (write != END) {
                run(write);
                write = queue.take();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Write write) {
        if (closed || failure != null) {
            return;
        }
        try {
            index.despiteLoss(write::run);
        } catch (IOException | RuntimeException e) {
            failure = e;
        }
    }

    /// What was not written yet is left out; nothing is written after this returns. Never
    /// interrupts a write: that would close the index.
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            if (!queue.offer(END)) {
                queue.clear();
            }
            try {
                thread.join(LOOK_MILLIS);
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
