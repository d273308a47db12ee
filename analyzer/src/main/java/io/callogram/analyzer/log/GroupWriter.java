package io.callogram.analyzer.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Puts groups into the segments of a recording, long ones ahead: the next may be written while the
/// disk takes the one before, and is not acknowledged before that. A segment that the disk has
/// failed is ended at what is durable and never touched again; what is not goes into a new one.
final class GroupWriter {

    private final Recording recording;
    private final Path folder;
    private final Environment environment;
    private final Sealing sealing;
    private final Forcing forcing;
    private final Listener listener;
    private @Nullable SegmentWriter segment;

    private volatile RecorderState state = RecorderState.RECORDING;
    private volatile @Nullable String sentence;
    private final AtomicLong syncFailures = new AtomicLong();
    private final AtomicLong writeFailures = new AtomicLong();

    /// Hears what became of the groups.
    interface Listener {
        /// It has the group again.
        void durable(Group group);

        /// There is something to see to.
        void woken();
    }

    GroupWriter(Recording recording, Environment environment, Listener listener) {
        this.recording = recording;
        this.folder = recording.folder();
        this.environment = environment;
        this.sealing = new Sealing(recording, environment.disk());
        this.listener = listener;
        this.forcing = new Forcing("force-" + recording.id(), new Forced());
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

    private final class Forced implements Forcing.Listener {
        @Override
        public void durable(SegmentWriter into, Group group) {
            recording.reached(into.segment().end());
            listener.durable(group);
        }

        @Override
        public void failed() {
            listener.woken();
        }
    }

    /// Whether the disk has failed a group that was given before.
    boolean hasFailed() {
        return forcing.hasFailed();
    }

    /// Sees to that; false when there was a failure. Waits for what the disk is taking.
    boolean settle() {
        try {
            forcing.settle();
            return true;
        } catch (SyncFailed failure) {
            failed(failure);
            return false;
        }
    }

    /// The group before, when it is to be tried again; null when not. Whoever asks has it.
    @Nullable Group unforced() {
        return forcing.unforced();
    }

    /// Whether the group is durable now or on its way: the listener hears of it. When not, it is to
    /// be tried again, but `unforced` before it.
    ///
    /// @param links all link types so far; the group may need them
    boolean commit(Group group, List<Integer> links) {
        if (state == RecorderState.DISK_FULL && !environment.reserve().restore()) {
            return false;
        }
        boolean rush = group.length() >= environment.settings().aheadBytes();
        sealing.rush(rush);
        try {
            SegmentWriter into = segmentFor(group, links);
            group.ahead(forcing.isUnderWay());
            into.append(group);
            forcing.settle();
            boolean ends = into.length() >= environment.settings().segmentBytes();
            if (rush && !ends && state == RecorderState.RECORDING) {
                forcing.begin(into, group);
                return true;
            }
            into.force(group);
            state = RecorderState.RECORDING;
            new Forced().durable(into, group);
            if (ends) {
                end(false);
            }
            return true;
        } catch (IOException failed) {
            // The one before may become durable all the same, or be the first that is not.
            if (settle()) {
                failed(failed);
            }
            return false;
        }
    }

    /// Nothing waits to be written.
    void rest() {
        sealing.rush(false);
    }

    private SegmentWriter segmentFor(Group group, List<Integer> links) throws IOException {
        if (segment != null && segment.name().links().size() < group.links()) {
            // A segment is begun only when all of the one before is durable.
            forcing.settle();
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
            Unsealed ended = ending.end(environment.clock().instant());
            if (!atOnce || !sealing.seal(ended)) {
                sealing.later(ended);
            }
        } catch (IOException failed) {
            writeFailures.incrementAndGet();
        }
    }

    /// Ends writing; returns when every manifest is written that the disk takes.
    void end() throws InterruptedException {
        settle();
        forcing.end();
        end(false);
        rest();
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
