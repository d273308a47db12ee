package io.callogram.capture.packet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Hands frames from the one who captures to a slower one, on a thread of its own, within a bounded
/// number of bytes. What does not fit is dropped here and nowhere else, and counted.
public final class FrameQueue implements FrameSink, AutoCloseable {

    private static final int HEADER = 20;
    private static final int SMALLEST = 1 << 16;

    private final FrameSink to;
    private final int capacity;
    private final Thread thread;
    private byte[] filling = new byte[SMALLEST];
    private int filled;
    private boolean closed;
    private long dropped;
    private volatile long handedOn;
    private volatile @Nullable RuntimeException failure;

    /// Holds at most `capacity` bytes: half of them wait while the other half is handed on.
    public FrameQueue(FrameSink to, int capacity) {
        this.to = to;
        this.capacity = Math.max(SMALLEST, capacity / 2);
        thread = Thread.ofPlatform().daemon().name("frames").start(this::run);
    }

    @Override
    public synchronized void frame(
            long time, int link, int original, byte[] bytes, int offset, int length) {
        int needed = HEADER + length;
        if (closed || failure != null || filled + needed > capacity) {
            dropped++;
            return;
        }
        if (filled + needed > filling.length) {
            int larger = Math.min(capacity, Math.max(filled + needed, filling.length * 2));
            filling = Arrays.copyOf(filling, larger);
        }
        Bytes.putI64(filling, filled, time);
        Bytes.putI32(filling, filled + 8, link);
        Bytes.putI32(filling, filled + 12, original);
        Bytes.putI32(filling, filled + 16, length);
        System.arraycopy(bytes, offset, filling, filled + HEADER, length);
        if (filled == 0) {
            notifyAll();
        }
        filled += needed;
    }

    /// Frames the receiver has taken.
    public long handedOn() {
        return handedOn;
    }

    /// Frames that found no room, or nobody to take them.
    public synchronized long dropped() {
        return dropped;
    }

    /// What the receiver threw; everything after it counts as dropped.
    public @Nullable RuntimeException failure() {
        return failure;
    }

    /// Hands on what still waits, and ends.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
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

    private void run() {
        byte[] spare = new byte[SMALLEST];
        while (true) {
            byte[] full;
            int end;
            synchronized (this) {
                while (filled == 0 && !closed) {
                    try {
                        wait();
                    } catch (InterruptedException _) {
                        closed = true;
                    }
                }
                if (filled == 0) {
                    return;
                }
                full = filling;
                end = filled;
                filling = spare;
                filled = 0;
            }
            drain(full, end);
            // A burst must not keep its memory for ever.
            spare = end < full.length / 8 && full.length > SMALLEST ? new byte[SMALLEST] : full;
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread hands on
    private void drain(byte[] full, int end) {
        int at = 0;
        while (at < end) {
            int length = Bytes.i32(full, at + 16);
            if (failure == null) {
                try {
                    to.frame(
                            Bytes.i64(full, at),
                            Bytes.i32(full, at + 8),
                            Bytes.i32(full, at + 12),
                            full,
                            at + HEADER,
                            length);
                    handedOn++;
                } catch (RuntimeException refused) {
                    failure = refused;
                }
            }
            if (failure != null) {
                synchronized (this) {
                    dropped++;
                }
            }
            at += HEADER + length;
        }
    }
}
