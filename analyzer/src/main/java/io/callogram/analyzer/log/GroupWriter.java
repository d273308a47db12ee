package io.callogram.analyzer.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Puts groups into the segments of a recording. A segment that the disk has failed is ended at
/// what is durable and never touched again; the group goes into a new one.
final class GroupWriter {

    /// So much came while the disk took the group before.
    private static final int RUSH = 4 << 20;

    private final Recording recording;
    private final Path folder;
    private final Environment environment;
    private final Sealing sealing;
    private @Nullable SegmentWriter segment;

    private volatile RecorderState state = RecorderState.RECORDING;
    private volatile @Nullable String sentence;
    private final AtomicLong syncFailures = new AtomicLong();
    private final AtomicLong writeFailures = new AtomicLong();

    GroupWriter(Recording recording, Environment environment) {
        this.recording = recording;
        this.folder = recording.folder();
        this.environment = environment;
        this.sealing = new Sealing(recording, environment.disk());
    }

    RecorderState state() {
        return state;
    }

    @Nullable String sentence() {
        return sentence;
    }

    long syncFailures() {
        return syncFailures.get();
    }

    long writeFailures() {
        return writeFailures.get() + sealing.failures();
    }

    /// Whether the group is durable now. When not, the same one is to be tried again.
    ///
    /// @param links all link types so far; the group may need them
    boolean commit(Group group, List<Integer> links) {
        if (state == RecorderState.DISK_FULL && !environment.reserve().restore()) {
            return false;
        }
        sealing.rush(group.length() >= RUSH);
        try {
            SegmentWriter into = segmentFor(group, links);
            into.commit(group);
            recording.reached(into.segment().end());
        } catch (IOException failed) {
            failed(failed);
            return false;
        } finally {
            sealing.rush(false);
        }
        state = RecorderState.RECORDING;
        if (segment != null && segment.length() >= environment.settings().segmentBytes()) {
            end(false);
        }
        return true;
    }

    private SegmentWriter segmentFor(Group group, List<Integer> links) throws IOException {
        if (segment != null && segment.name().links().size() < group.links()) {
            end(false);
        }
        if (segment == null) {
            SegmentName name = new SegmentName(recording.durable(), links);
            segment = SegmentWriter.create(environment.disk(), folder, name);
            recording.begun(segment.segment());
        }
        return segment;
    }

    private void failed(IOException failure) {
        if (failure instanceof SyncFailed) {
            syncFailures.incrementAndGet();
        } else {
            writeFailures.incrementAndGet();
        }
        boolean full = isFull(failure);
        if (full) {
            environment.reserve().release();
        }
        RecorderState before = state;
        state = full ? RecorderState.DISK_FULL : RecorderState.DISK_FAILING;
        sentence =
                full
                        ? "the disk is full: nothing more is recorded until there is room"
                        : "the disk failed: " + failure.getMessage();
        // While there is a reserve to do it with.
        end(true);
        if (before == RecorderState.RECORDING) {
            note(new Entry.CapturePaused(recording.id(), String.valueOf(sentence)));
        }
    }

    /// Java passes on what the system says, in its words alone.
    private static boolean isFull(IOException failure) {
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return said.contains("no space left") || said.contains("quota exceeded");
    }

    /// Ends the segment at what is durable. When even that fails, it is ended at the next opening.
    private void end(boolean atOnce) {
        SegmentWriter ending = segment;
        segment = null;
        if (ending == null) {
            return;
        }
        recording.ended(ending.segment());
        try {
            Sealing.Unsealed ended = ending.end(environment.clock().instant());
            if (!atOnce || !sealing.seal(ended)) {
                sealing.later(ended);
            }
        } catch (IOException failed) {
            writeFailures.incrementAndGet();
        }
    }

    /// Ends writing; returns when every manifest is written that the disk takes.
    void end() throws InterruptedException {
        end(false);
        sealing.finish();
    }

    /// Writes down what is true anyway: when it cannot be, that is counted and no more.
    boolean note(Entry entry) {
        try {
            environment.journal().append(entry);
            return true;
        } catch (IOException failed) {
            writeFailures.incrementAndGet();
            return false;
        }
    }
}
