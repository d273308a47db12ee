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
import java.util.ArrayDeque;
import java.util.Deque;
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
    private final RtpStreams streams = new RtpStreams();
    private final Tally tally = new Tally();
    private final Workers workers;
    private final BlockingQueue<BlockScanner> scanners;
    private final BlockScanner serial;
    private final DuplicateFilter duplicates;
    private final Reassembler reassembler;
    private final Intake<V> intake;
    private List<Trouble> troubles = List.of();

    private Analysis(
            CaptureFile capture,
            Spool spool,
            int source,
            Limits limits,
            int threads,
            Calls<V> calls,
            Progress progress) {
        this.capture = capture;
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
        Folding<V> folding = new Folding<>(workers, bytes, streams, source, calls::view);
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
        Analysis<V> analysis =
                new Analysis<>(capture, spool, source, limits, threads, calls, progress);
        try (analysis.workers) {
            analysis.read();
            analysis.intake.finish();
        }
        return new Analyzed(analysis.account(), analysis.troubles, analysis.streams);
    }

    private void read() throws IOException {
        int ahead = workers.count() * 2;
        Deque<Future<ScannedBlock>> scanned = new ArrayDeque<>();
        try (PacketSource packets = capture.packets()) {
            PacketBlock block = packets.next();
            while (block != null || !scanned.isEmpty()) {
                while (block != null && scanned.size() < ahead) {
                    PacketBlock next = block;
                    scanned.add(workers.submit(() -> scan(next)));
                    block = packets.next();
                }
                take(Workers.get(scanned.removeFirst()));
                progress.at(packets.consumed(), packets.size(), tally.sip());
            }
            reassembler.finish();
            troubles = packets.troubles();
        }
    }

    private ScannedBlock scan(PacketBlock block) throws InterruptedException {
        BlockScanner scanner = scanners.take();
        try {
            return scanner.scan(block);
        } finally {
            scanners.add(scanner);
        }
    }

    private void take(ScannedBlock block) {
        tally.block(block.sifted().block());
        streams.absorb(block.streams());
        reassembler.accept(block.sifted(), (_, index) -> message(block.seen()[index]));
        intake.settle();
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

    private Account account() {
        return tally.account(reassembler.counters(), streams, capture.troubleCounts(), intake);
    }
}
