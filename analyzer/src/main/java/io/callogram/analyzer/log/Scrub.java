package io.callogram.analyzer.log;

import java.io.Closeable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Reads every sealed file again, slowly and from time to time, so that a disk that forgets is
/// noticed before somebody needs what it has forgotten.
public final class Scrub implements Closeable {

    private static final long BYTES_PER_SECOND = 16L << 20;

    private static final long FIRST = TimeUnit.MINUTES.toNanos(10);

    private final Log log;
    private final Duration every;
    private final Thread thread;
    private final Map<String, List<Finding>> damaged = new HashMap<>();
    private long checked;

    Scrub(Log log, Duration every) {
        this.log = log;
        this.every = every;
        thread = Thread.ofPlatform().name("log-scrub").daemon().start(this::run);
    }

    private void run() {
        try {
            // Whoever opens a log wants to read it himself first.
            TimeUnit.NANOSECONDS.sleep(Math.min(FIRST, every.toNanos()));
            while (true) {
                for (LogSource source : log.sources()) {
                    check(source);
                }
                TimeUnit.NANOSECONDS.sleep(every.toNanos());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void check(LogSource source) throws InterruptedException {
        switch (source) {
            case Upload upload -> keep(upload.id(), FileCheck.upload(upload.file()), "");
            case Recording recording -> {
                for (Segment segment : recording.segments()) {
                    if (segment.isSealed()) {
                        String file = segment.name().file();
                        FileCheck check = FileCheck.segment(segment.file(), segment.name(), false);
                        // What was erased meanwhile is not damaged.
                        keep(
                                recording.segments().contains(segment) ? recording.id() : 0,
                                check,
                                file);
                    }
                }
            }
        }
    }

    private void keep(int source, FileCheck check, String file) throws InterruptedException {
        List<Finding> lost = check.findings().stream().filter(Finding::lost).toList();
        synchronized (this) {
            checked += check.bytes();
            if (lost.isEmpty() || log.source(source).isEmpty()) {
                damaged.remove(source + "/" + file);
            } else {
                damaged.put(source + "/" + file, lost);
            }
        }
        TimeUnit.MILLISECONDS.sleep(check.bytes() * 1000 / BYTES_PER_SECOND);
    }

    /// Bytes looked at since the start.
    public synchronized long checked() {
        return checked;
    }

    /// What is damaged now.
    public synchronized List<Finding> findings() {
        return damaged.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
