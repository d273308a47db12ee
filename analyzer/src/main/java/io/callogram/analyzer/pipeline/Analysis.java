package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.media.RtpStreams;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.capture.file.CaptureBytes;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.packet.PacketBlock;
import io.callogram.capture.packet.PacketSource;
import io.callogram.capture.packet.Payload;
import io.callogram.capture.packet.Trouble;
import io.callogram.capture.reassembly.Reassembler;
import io.callogram.capture.reassembly.Spool;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Future;

/// One pass over one capture: packets in, calls out. Blocks are decoded and scanned by workers; the
/// thread that runs it takes them in capture order, so that the result depends on the capture
/// alone.
///
/// @param <V> what is kept of a call
public final class Analysis<V> {
    private final CaptureFile capture;
    private final Progress progress;
    private final RtpStreams streams;
    private final Tally tally = new Tally();
    private final Workers workers;
    private final BlockingQueue<BlockScanner> scanners;
    private final BlockScanner serial;
    private final DuplicateFilter duplicates;
    private final Reassembler reassembler;
    private final Folding<V> folding;
    private final Intake<V> intake;
    private List<Trouble> troubles = List.of();

    private Analysis(
            CaptureFile capture,
            Spool spool,
            RtpStreams streams,
            int source,
            Limits limits,
            int threads,
            Calls<V> calls,
            Progress progress) {
        this.capture = capture;
        this.streams = streams;
        this.progress = progress;
        this.workers = new Workers(threads);
        this.scanners = new ArrayBlockingQueue<>(threads);
        for (int i = 0; i < threads; i++) {
            scanners.add(new BlockScanner(source));
        }
        this.serial = new BlockScanner(source);
        this.duplicates = new DuplicateFilter(limits.duplicate());
        this.reassembler = new Reassembler(spool, this::reassembled);
        CaptureBytes bytes = new CaptureBytes(capture, spool);
        this.folding = new Folding<>(workers, bytes, streams, source, calls);
        MessageLoader loader = new MessageLoader(bytes);
        this.intake = new Intake<>(limits, folding, loader, calls);
    }

    public static <V> Analyzed run(
            CaptureFile capture,
            Spool spool,
            int source,
            Limits limits,
            int threads,
            Calls<V> calls,
            Progress progress)
            throws IOException {
        RtpStreams streams = new RtpStreams();
        Analysis<V> analysis =
                new Analysis<>(capture, spool, streams, source, limits, threads, calls, progress);
        try (analysis.workers) {
            analysis.read(false);
        }
        return analysis.analyzed();
    }

    /// The same over a capture that still grows: calls are put as they stand, and again when they
    /// have changed. In the end there are those that `run` gives.
    ///
    /// @param streams counts the media while they come; to be read under its own lock
    public static <V> Analyzed follow(
            CaptureFile capture,
            Spool spool,
            RtpStreams streams,
            int source,
            Limits limits,
            int threads,
            Calls<V> calls,
            Progress progress)
            throws IOException {
        Analysis<V> analysis =
                new Analysis<>(capture, spool, streams, source, limits, threads, calls, progress);
        analysis.intake.follow();
        try (analysis.workers) {
            analysis.read(true);
        }
        return analysis.analyzed();
    }

    private void read(boolean shows) throws IOException {
        try (PacketSource packets = capture.packets()) {
            new Following(this, packets, shows).run();
            reassembler.finish();
            troubles = packets.troubles();
            intake.finish();
        }
    }

    Future<ScannedBlock> scanned(PacketBlock block) {
        return workers.submit(() -> scan(block));
    }

    private ScannedBlock scan(PacketBlock block) throws InterruptedException {
        BlockScanner scanner = scanners.take();
        try {
            return scanner.scan(block);
        } finally {
            scanners.add(scanner);
        }
    }

    /// @param begins a stretch of the capture
    void take(ScannedBlock block, boolean begins) {
        if (begins) {
            intake.settle();
        }
        tally.block(block.sifted().block());
        folding.captured(tally.lastPacket(), block.streams());
        reassembler.accept(block.sifted(), (_, index) -> message(block.seen()[index]));
    }

    void progressed(PacketSource packets) {
        progress.at(packets.consumed(), packets.size(), tally.sip());
    }

    /// Hands on what has changed.
    void show(PacketSource packets) {
        intake.show();
        Account account = account().withWaiting();
        progress.shown(new Analyzed(account, packets.troubles(), streams), packets.consumed());
    }

    /// Nothing comes.
    void idle() {
        progress.idle();
    }

    private void reassembled(Payload payload) {
        message(serial.scan(payload));
    }

    private void message(Seen seen) {
        if (duplicates.isDuplicate(seen.sighting().where())) {
            tally.duplicate();
            return;
        }
        tally.message(seen.sighting());
        intake.add(seen);
    }

    private Analyzed analyzed() {
        return new Analyzed(account(), troubles, streams);
    }

    private Account account() {
        return tally.account(reassembler.counters(), streams, capture.troubleCounts(), intake);
    }
}
