package io.callogram.analyzer.pipeline;

import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.PacketSource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Reads a capture ahead of its analysis, and while it grows. What has come can be shown a few
/// times a second, less often when showing takes long; when to show is all that the clock decides.
final class Following {
    private static final int AHEAD = 8;
    private static final long PERIOD = Duration.ofMillis(150).toNanos();
    private static final long A_SECOND = Duration.ofSeconds(1).toNanos();

    /// @param block null at the end
    /// @param begins a stretch of the capture
    /// @param over what was read at once and ends with it
    private record Read(
            @Nullable Future<ScannedBlock> block, boolean begins, @Nullable PacketBlock over) {}

    private final Analysis<?> analysis;
    private final PacketSource packets;
    private final boolean shows;
    private final BlockingQueue<Read> scanned = new ArrayBlockingQueue<>(AHEAD);
    private volatile @Nullable IOException failure;
    private boolean fresh;
    private long due = System.nanoTime();
    private long latest = due;

    /// @param shows calls before they are over
    Following(Analysis<?> analysis, PacketSource packets, boolean shows) {
        this.analysis = analysis;
        this.packets = packets;
        this.shows = shows;
    }

    /// Returns when the capture has ended.
    void run() throws IOException {
        Thread reader = Thread.ofPlatform().name("growing-", 1).daemon().unstarted(this::readAll);
        reader.start();
        try {
            Read next = next();
            while (next == null || next.block != null) {
                if (next != null && next.block != null) {
                    analysis.take(Workers.get(next.block), next.begins);
                    if (next.over != null) {
                        packets.over(next.over);
                    }
                    fresh = shows;
                    if (!shows) {
                        analysis.progressed(packets);
                    }
                }
                if (fresh && isDue()) {
                    show();
                } else if (next == null) {
                    analysis.idle();
                }
                next = next();
            }
            if (failure != null) {
                throw failure;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the program ends", e);
        } finally {
            reader.interrupt();
        }
    }

    /// What is shown late has grown meanwhile and takes longer: what has come is read first.
    private boolean isDue() {
        long now = System.nanoTime();
        return due - now <= 0 && (scanned.isEmpty() || latest - now <= 0);
    }

    private void show() {
        long began = System.nanoTime();
        analysis.show(packets);
        fresh = false;
        long took = System.nanoTime() - began;
        due = began + Math.max(PERIOD, took + took / 2);
        latest = began + took + Math.max(A_SECOND, took);
    }

    /// The next block, or null when it is time to show what has come, or nothing does.
    private @Nullable Read next() throws InterruptedException {
        long wait = fresh ? due - System.nanoTime() : PERIOD;
        return scanned.poll(wait, TimeUnit.NANOSECONDS);
    }

    private void readAll() {
        Stretches stretches = new Stretches();
        try {
            try {
                PacketBlock block = packets.next();
                while (block != null) {
                    List<Stretches.Piece> pieces = stretches.cut(block);
                    for (int i = 0; i < pieces.size(); i++) {
                        Stretches.Piece piece = pieces.get(i);
                        PacketBlock over = i == pieces.size() - 1 ? block : null;
                        scanned.put(
                                new Read(analysis.scanned(piece.block()), piece.begins(), over));
                    }
                    block = packets.next();
                }
            } catch (IOException e) {
                failure = e;
            }
            scanned.put(new Read(null, false, null));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
