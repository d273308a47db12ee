package io.callogram.analyzer.log;

import io.callogram.capture.file.ByteSource;
import io.callogram.capture.file.CaptureFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A live source: segments whose concatenation is one capture. Positions in it never change.
public final class Recording implements LogSource {

    private final int id;
    private final Path folder;
    private final Environment environment;
    private volatile List<Segment> segments;
    private volatile long end;
    private volatile boolean recorded;
    private @Nullable Recorder recorder;

    /// @param before everything before this position went
    Recording(int id, Path folder, Environment environment, List<Segment> segments, long before) {
        this.id = id;
        this.folder = folder;
        this.environment = environment;
        this.segments = List.copyOf(segments);
        end = segments.isEmpty() ? before : segments.getLast().end();
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public long bytes() {
        return end - first();
    }

    @Override
    public CaptureFile capture(Path scratch) throws IOException {
        return CaptureFile.open(open());
    }

    /// Position of the first byte that there still is.
    public long first() {
        List<Segment> now = segments;
        return now.isEmpty() ? end : now.getFirst().first();
    }

    /// Position behind the last byte that survives a power cut.
    public long durable() {
        return end;
    }

    public boolean isRecorded() {
        return recorded;
    }

    /// The whole as one capture, from the first byte that there still is. Reading at `durable()`
    /// waits while more is recorded.
    public ByteSource open() {
        return new RecordedBytes(this);
    }

    /// Begins to record, or to record on, in a segment of its own.
    ///
    /// @param what is captured, for the journal
    public synchronized Recorder record(String what) throws IOException {
        if (recorder != null) {
            throw new IllegalStateException("source " + id + " is being recorded");
        }
        if (segments.isEmpty()) {
            beginEmpty();
        }
        environment.journal().append(new Entry.CaptureStarted(id, what));
        recorded = true;
        recorder = new Recorder(this, environment);
        return recorder;
    }

    /// A section without interfaces: whoever opens the source knows its format at once, and need
    /// not wait for a first packet.
    private void beginEmpty() throws IOException {
        SegmentName name = new SegmentName(end, List.of());
        try (SegmentWriter empty = SegmentWriter.create(environment.disk(), folder, name)) {
            begun(
                    empty.end(environment.clock().instant())
                            .seal(environment.disk(), () -> {})
                            .segment());
        }
    }

    /// Ends recording, when there is any.
    void stop() {
        Recorder recording;
        synchronized (this) {
            recording = recorder;
        }
        if (recording != null) {
            recording.close();
        }
    }

    /// How recording goes; null while nobody records.
    public synchronized @Nullable RecorderStatus recording() {
        return recorder == null ? null : recorder.status();
    }

    List<Segment> segments() {
        return segments;
    }

    /// A segment that was begun, and is durable up to its header.
    synchronized void begun(Segment segment) {
        List<Segment> more = new ArrayList<>(segments);
        more.add(segment);
        segments = List.copyOf(more);
        reached(segment.end());
    }

    /// The segment that grew is complete.
    synchronized void ended(Segment segment) {
        List<Segment> same = new ArrayList<>(segments);
        same.replaceAll(old -> old.first() == segment.first() ? segment : old);
        segments = List.copyOf(same);
    }

    synchronized void reached(long position) {
        end = position;
        notifyAll();
    }

    /// What the segments between those positions hold.
    Gone gone(long from, long before) {
        long packets = 0;
        long until = 0;
        for (Segment segment : segments) {
            Manifest manifest = segment.manifest();
            if (manifest != null && segment.first() >= from && segment.end() <= before) {
                packets += manifest.packets();
                until = Math.max(until, manifest.lastTime());
            }
        }
        return new Gone(before, packets, until);
    }

    /// Takes the segments before that position out of sight.
    synchronized List<Segment> forget(long before) {
        List<Segment> gone = segments.stream().filter(old -> old.end() <= before).toList();
        List<Segment> left = new ArrayList<>(segments);
        left.removeAll(gone);
        segments = List.copyOf(left);
        return gone;
    }

    /// They are to go later.
    synchronized void restore(List<Segment> kept) {
        List<Segment> all = new ArrayList<>(kept);
        all.addAll(segments);
        segments = List.copyOf(all);
    }

    synchronized void finished() {
        recorder = null;
        recorded = false;
        notifyAll();
    }

    /// Waits until there is something at `position`; false when there will be nothing, or `reader`
    /// was closed.
    synchronized boolean await(long position, RecordedBytes reader) throws InterruptedException {
        while (position >= end && recorded && !reader.isClosed()) {
            wait();
        }
        return position < end && !reader.isClosed();
    }

    synchronized void wake() {
        notifyAll();
    }
}
