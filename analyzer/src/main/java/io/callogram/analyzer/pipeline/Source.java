package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallFold;
import io.callogram.analyzer.call.Cluster;
import io.callogram.analyzer.call.Correlator;
import io.callogram.analyzer.call.GroupFold;
import io.callogram.analyzer.call.LegFold;
import io.callogram.analyzer.call.MediaStream;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.media.RtpStreams;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.capture.file.CaptureBytes;
import io.callogram.capture.file.CaptureFile;
import io.callogram.capture.reassembly.FileSpool;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One capture that stays open: its calls can be folded again from its bytes at any time.
final class Source implements Closeable {
    private final CaptureFile capture;
    private volatile FileSpool spool;
    private volatile SourceStatus status;

    /// Beside the status, because a reading writes that while people rename.
    private volatile String name;

    /// So many bytes were left when its beginning was erased while it was read: the account counts
    /// that, too. Below zero when nothing was.
    private volatile long left = -1;

    /// What an earlier reading found answers while it is read.
    private volatile boolean rebuilding;

    /// Read under its own lock, because a growing source counts on.
    private volatile RtpStreams streams = new RtpStreams();

    Source(CaptureFile capture, FileSpool spool, SourceStatus status) {
        this.capture = capture;
        this.spool = spool;
        this.status = status;
        this.name = status.name();
    }

    CaptureFile capture() {
        return capture;
    }

    FileSpool spool() {
        return spool;
    }

    /// Payloads as a later reading put them together.
    void spool(FileSpool next) throws IOException {
        FileSpool before = spool;
        spool = next;
        if (!before.equals(next)) {
            before.close();
        }
    }

    SourceStatus status() {
        SourceStatus now = status;
        return now.name().equals(name) ? now : now.named(name);
    }

    void rename(String newName) {
        name = newName;
    }

    void status(SourceStatus next) {
        status = next;
    }

    void streams(RtpStreams counted) {
        streams = counted;
    }

    RtpStreams streams() {
        return streams;
    }

    void shortenedTo(long bytes) {
        left = bytes;
    }

    boolean isShortened() {
        return left >= 0;
    }

    /// Bytes to read again; nothing is to be any more.
    long takeShortened() {
        long bytes = left;
        left = -1;
        return bytes;
    }

    void rebuilding(boolean now) {
        rebuilding = now;
    }

    boolean rebuilding() {
        return rebuilding;
    }

    CaptureBytes bytes() {
        return new CaptureBytes(capture, spool);
    }

    /// What counts them may go on.
    private List<MediaStream> media(Cluster cluster, CallRecord record) {
        RtpStreams counted = streams;
        synchronized (counted) {
            return MediaMatch.of(cluster, counted, record.media());
        }
    }

    /// Folds a call from the places of its messages, by the same code that folded it at first.
    ///
    /// @return empty when all of them were erased
    Optional<Call> fold(CallRecord record) {
        String id = record.row().id();
        Map<Long, List<Seen>> groups = new LinkedHashMap<>();
        for (Seen seen : new MessageLoader(bytes()).load(record.places())) {
            groups.computeIfAbsent(seen.sighting().callIdKey(), _ -> new ArrayList<>()).add(seen);
        }
        List<LegFold> legs = new ArrayList<>();
        Account known = status.account();
        long captured = known == null ? Long.MAX_VALUE : known.lastPacket();
        for (List<Seen> group : groups.values()) {
            legs.addAll(GroupFold.fold(group, Silence.until(group, captured)));
        }
        Call largest = null;
        for (Cluster cluster : Correlator.correlate(legs)) {
            List<MediaStream> media = media(cluster, record);
            Call call = CallFold.fold(cluster, media, status.number());
            if (call.id().equals(id)) {
                return Optional.of(call);
            }
            if (largest == null || call.messages().size() > largest.messages().size()) {
                largest = call;
            }
        }
        return Optional.ofNullable(largest);
    }

    @Override
    public void close() throws IOException {
        spool.close();
        capture.close();
    }
}
