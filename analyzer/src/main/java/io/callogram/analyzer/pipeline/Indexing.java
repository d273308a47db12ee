package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.index.CallIndex;
import io.callogram.analyzer.index.record.CallRecord;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Puts the calls of a source into the index while they come, and says how far it is a few times a
/// second.
final class Indexing implements Calls<CallRecord>, Progress, AutoCloseable {
    private static final long REPORT = 200_000_000L;

    /// So much of a source that grows is shown a moment later when a process was killed.
    private static final long KEEP = 5_000_000_000L;

    private static final long FIRST_REFRESH = 300_000_000L;
    private static final long LONGEST_REFRESH = 3_000_000_000L;

    private final Source source;
    private final int pass;
    private final boolean replacing;
    private final Judging judging;
    private final CallIndex index;
    private final Library.Listener listener;
    private final long began = System.nanoTime();
    private long reported = began;

    /// When calls are next made findable. It costs more the more often: in growing steps.
    private long refresh = FIRST_REFRESH;

    private final IndexWrites writes;
    private long calls;
    private final Consumer<Summary> keeping;
    private @Nullable Summary unkept;
    private long kept;

    /// @param replacing the index has calls of an earlier pass
    /// @param keeping how far a source that grows has come, now and then
    Indexing(
            Source source,
            int pass,
            boolean replacing,
            Judging judging,
            CallIndex index,
            Library.Listener listener,
            Consumer<Summary> keeping) {
        this.keeping = keeping;
        this.source = source;
        this.pass = pass;
        this.replacing = replacing;
        this.judging = judging;
        this.index = index;
        this.writes = new IndexWrites(index);
        this.listener = listener;
    }

    long elapsed() {
        return System.nanoTime() - began;
    }

    long calls() {
        return calls;
    }

    @Override
    public CallRecord view(Call call) {
        return judging.view(call);
    }

    @Override
    public CallRecord soFar(Call call) {
        return judging.soFar(call);
    }

    /// With the faults of our rules among its troubles.
    Analyzed told(Analyzed analyzed) {
        return judging.told(analyzed);
    }

    @Override
    public void put(String id, long start, CallRecord record, boolean again) {
        boolean known = again || replacing;
        writes.add(() -> write(record, known));
        calls += again ? 0 : 1;
    }

    /// A call that was folded before a part of it was erased must not come after that.
    private void write(CallRecord record, boolean known) throws IOException {
        synchronized (source) {
            long first = source.capture().first();
            if (first > 0 && Erasing.concerns(record, first)) {
                Optional<Call> rest = source.fold(record);
                if (rest.isPresent()) {
                    index.add(judging.view(rest.get()), pass);
                }
            } else if (known) {
                index.add(record, pass);
            } else {
                index.addNew(record, pass);
            }
        }
        tell(record.row().id());
    }

    private void tell(String call) {
        if (source.status().state() == SourceStatus.State.LIVE) {
            listener.live(call);
        }
    }

    /// The capture is over: all of its calls can be found, and what an earlier pass found and this
    /// one did not is gone.
    void finish() {
        if (replacing) {
            writes.add(() -> index.removeAllBut(source.status().number(), pass));
        }
        writes.add(index::refresh);
        writes.finish();
    }

    @Override
    public void retract(String id) {
        writes.add(() -> {
            index.remove(id);
            tell(id);
        });
        calls--;
    }

    @Override
    public void at(long consumed, long size, long messages) {
        long now = System.nanoTime();
        if (now - reported >= REPORT) {
            reported = now;
            long elapsed = now - began;
            say(source.status().at(consumed, messages, calls, elapsed), elapsed >= refresh);
        }
    }

    @Override
    public void shown(Analyzed soFar, long consumed) {
        SourceStatus status =
                source.status().shown(judging.told(soFar), consumed, calls, elapsed());
        say(status, true);
        unkept = new Summary(status, soFar.streams());
        idle();
    }

    @Override
    public void idle() {
        if (unkept != null && elapsed() - kept >= KEEP) {
            Summary summary = unkept;
            writes.add(() -> keeping.accept(summary));
            kept = elapsed();
            unkept = null;
        }
    }

    /// Behind the calls it speaks of, so that they can be found when it is heard.
    private void say(SourceStatus status, boolean findable) {
        if (findable) {
            refresh = elapsed() + Math.min(elapsed() / 2, LONGEST_REFRESH);
        }
        writes.add(() -> said(status, findable));
    }

    private void said(SourceStatus shown, boolean findable) throws IOException {
        SourceStatus status = shown;
        source.status(status);
        if (findable) {
            index.refresh();
            if (source.isShortened()) {
                long left = index.calls(shown.number());
                status = shown.at(shown.consumed(), shown.messages(), left, elapsed());
                source.status(status);
            }
        }
        listener.source(source.status());
        if (findable) {
            listener.calls(status.number(), status.calls());
        }
    }

    @Override
    public void close() {
        writes.close();
    }
}
