package io.callogram.web.cli;

import java.io.Closeable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a command that runs until a signal comes close what it opened before the machine ends.
final class Ending implements Closeable {
    private static final int LONGEST_CLOSING = 10;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    Ending() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::end));
    }

    /// Whether a signal came, after at most this long.
    boolean await(int milliseconds) throws InterruptedException {
        return asked.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    private void end() {
        asked.countDown();
        try {
            if (!closed.await(LONGEST_CLOSING, TimeUnit.SECONDS)) {
                System.err.println("callogram: could not close everything in time.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
