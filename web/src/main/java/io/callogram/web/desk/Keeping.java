package io.callogram.web.desk;

import io.callogram.analyzer.log.Log;
import io.callogram.analyzer.log.LogSource;
import io.callogram.analyzer.log.Retention;
import io.callogram.analyzer.pipeline.Library;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Lets go what need not be kept any longer, now and then.
final class Keeping implements Closeable {
    private static final Duration EVERY = Duration.ofHours(1);

    private final Log log;
    private final Library library;
    private final Retention retention;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong failures = new AtomicLong();
    private volatile @Nullable String sentence;

    Keeping(Log log, Library library, Retention retention) {
        this.log = log;
        this.library = library;
        this.retention = retention;
        thread = Thread.ofPlatform().daemon().name("retention").start(this::run);
    }

    private void run() {
        try {
            do {
                retain();
            } while (!closing.await(EVERY.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void retain() {
        try {
            log.retain(retention, this::forget);
            sentence = null;
        } catch (IOException failed) {
            // Tried again in an hour: until then it stays where it is.
            failures.incrementAndGet();
            sentence = "what is too old could not be erased: " + failed.getMessage();
        }
    }

    private void forget(int source, long before) throws IOException {
        long size = log.source(source).map(LogSource::bytes).orElse(0L);
        library.forget(source, before, size);
    }

    long failures() {
        return failures.get();
    }

    /// Why it failed the last time, or null.
    @Nullable String sentence() {
        return sentence;
    }

    @Override
    public void close() throws IOException {
        // Never interrupted: that would close the index under its hands.
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("retention was not over");
        }
    }
}
