package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.index.CallIndex;
import io.callogram.analyzer.index.record.CallRecord;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Puts the calls of a source into the index while they come, and says how far it is a few times a
/// second.
final class Indexing implements Calls<CallRecord>, Progress {
    private static final long REPORT = 200_000_000L;

    private final Source source;
    private final CallIndex index;
    private final Library.Listener listener;
    private final long began = System.nanoTime();
    private long reported = began;
    private long calls;

    Indexing(Source source, CallIndex index, Library.Listener listener) {
        this.source = source;
        this.index = index;
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
        SourceStatus status = source.status();
        return CallRecord.of(Findings.of(call), status.number(), status.name());
    }

    @Override
    public void put(String id, long start, CallRecord record, boolean again) {
        try {
            if (again) {
                index.add(record);
            } else {
                index.addNew(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        calls += again ? 0 : 1;
    }

    @Override
    public void retract(String id) {
        try {
            index.remove(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        calls--;
    }

    @Override
    public void at(long consumed, long size, long messages) {
        long now = System.nanoTime();
        if (now - reported >= REPORT) {
            reported = now;
            say(source.status().at(consumed, messages, calls, now - began));
        }
    }

    @Override
    public void shown(Analyzed soFar, long consumed) {
        say(source.status().shown(soFar, consumed, calls, elapsed()));
    }

    private void say(SourceStatus status) {
        source.status(status);
        try {
            index.refresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.source(status);
        listener.calls(status.number(), calls);
    }
}
