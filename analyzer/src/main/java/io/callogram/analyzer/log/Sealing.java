package io.callogram.analyzer.log;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Writes the manifests of the segments that a recorder has ended, on a thread of its own: reading
/// a segment again for its SHA-256 must not hold up the packets behind it. A process that ends
/// before leaves a segment without a manifest, which the next opening checks and seals.
final class Sealing {

    private static final int MAX_BEHIND = 8;

    private final Recording recording;
    private final Disk disk;
    private List<Unsealed> waiting = new ArrayList<>();
    private @Nullable Thread thread;
    private long failures;
    private volatile boolean rush;

    Sealing(Recording recording, Disk disk) {
        this.recording = recording;
        this.disk = disk;
    }

    /// The manifest comes soon.
    synchronized void later(Unsealed ended) {
        waiting.add(ended);
        if (thread == null) {
            thread = Thread.ofPlatform().name("seal-" + recording.id()).daemon().start(this::run);
        }
    }

    private void run() {
        List<Unsealed> refused = new ArrayList<>();
        for (Unsealed next = next(refused); next != null; next = next(refused)) {
            if (!seal(next, this::rest)) {
                refused.add(next);
            }
        }
    }

    /// What the disk has refused waits until another segment ends.
    private synchronized @Nullable Unsealed next(List<Unsealed> refused) {
        if (waiting.isEmpty()) {
            waiting.addAll(refused);
            thread = null;
            notifyAll();
            return null;
        }
        return waiting.removeFirst();
    }

    /// Whether much waits to be written at this moment.
    void rush(boolean now) {
        rush = now;
    }

    /// A rush comes first, as long as not too much would have to be sealed at the next opening.
    private void rest() throws InterruptedIOException {
        try {
            while (rush && isPatient()) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private synchronized boolean isPatient() {
        return waiting.size() < MAX_BEHIND;
    }

    /// At once; false when the disk refuses.
    boolean seal(Unsealed ended) {
        return seal(ended, () -> {});
    }

    private boolean seal(Unsealed ended, Digest.Patience patience) {
        try {
            recording.ended(ended.seal(disk, patience).segment());
            return true;
        } catch (IOException failed) {
            synchronized (this) {
                failures++;
            }
            return false;
        }
    }

    synchronized long failures() {
        return failures;
    }

    /// Returns when no manifest is being written. What was refused is tried once more.
    void finish() throws InterruptedException {
        await();
        List<Unsealed> last;
        synchronized (this) {
            last = waiting;
            waiting = new ArrayList<>();
        }
        last.forEach(this::seal);
    }

    private synchronized void await() throws InterruptedException {
        while (thread != null) {
            wait();
        }
    }
}
