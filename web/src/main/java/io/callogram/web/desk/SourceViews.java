package io.callogram.web.desk;

import io.callogram.analyzer.log.Gone;
import io.callogram.analyzer.pipeline.Account;
import io.callogram.analyzer.pipeline.SourceStatus;
import io.callogram.capture.packet.Trouble;
import io.callogram.web.api.workbench.CaptureView;
import io.callogram.web.api.workbench.SourceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sources as the API shows them.
final class SourceViews {

    private SourceViews() {}

    static SourceView of(SourceStatus status) {
        return of(status, state(status), null, false, Gone.NOTHING);
    }

    static SourceView of(
            SourceStatus status,
            SourceView.State state,
            @Nullable CaptureView capture,
            boolean rebuilding,
            Gone erased) {
        Account account = status.account() == null ? Account.EMPTY : status.account();
        double seconds = status.elapsed() / 1e9;
        boolean reading = status.state() == SourceStatus.State.READING;
        boolean paced = reading && status.consumed() > 0 && status.size() > 0;
        return new SourceView(
                status.number(),
                status.name(),
                state,
                status.size(),
                status.consumed(),
                reading ? status.messages() : account.sip(),
                status.calls(),
                seconds > 0 ? status.messages() / seconds : -1,
                paced ? seconds * (status.size() - status.consumed()) / status.consumed() : -1,
                status.rtpStreams(),
                account,
                troubles(status),
                capture,
                rebuilding,
                erased);
    }

    static SourceView.State state(SourceStatus status) {
        return switch (status.state()) {
            case READING -> SourceView.State.READING;
            case LIVE -> SourceView.State.LIVE;
            case READY -> SourceView.State.READY;
            case FAILED -> SourceView.State.FAILED;
        };
    }

    private static List<Trouble> troubles(SourceStatus status) {
        List<Trouble> troubles = new ArrayList<>(status.troubles());
        if (status.failure() != null) {
            troubles.add(new Trouble("failed", status.consumed(), status.failure()));
        }
        return troubles;
    }

    static Map<String, Long> counters(List<SourceStatus> sources) {
        Map<String, Long> counters = new TreeMap<>();
        counters.put("sources", (long) sources.size());
        for (SourceStatus status : sources) {
            Account account = status.account() == null ? Account.EMPTY : status.account();
            add(counters, "calls", status.calls());
            add(counters, "packets", account.packets());
            add(counters, "sip_messages", status.messages());
            add(counters, "sip_malformed", account.malformed());
            add(counters, "capture_duplicates", account.duplicates());
            add(counters, "rtp_packets", account.rtp());
            add(counters, "rtcp_packets", account.rtcp());
            add(counters, "other_packets", account.otherPackets());
            add(counters, "refused_packets", account.refusedPackets());
            account.notes()
                    .forEach((slug, count) ->
                            add(counters, "note_" + slug.replace('-', '_'), count));
        }
        return counters;
    }

    /// What live captures counted, in sum.
    static void count(Map<String, Long> counters, CaptureView capture) {
        String kind = capture.kind().slug() + "_";
        add(counters, kind + "received", capture.received());
        add(counters, kind + "stored", capture.stored());
        add(counters, kind + "waiting", capture.waiting());
        add(counters, kind + "lost_before", capture.lostBefore());
        add(counters, kind + "gaps", capture.earlierGaps() + capture.gaps().size());
        add(counters, kind + "missed", capture.missed());
        capture.dropped()
                .forEach((place, count) ->
                        add(counters, kind + "dropped_" + place.replace('-', '_'), count));
    }

    private static void add(Map<String, Long> counters, String name, long count) {
        counters.merge(name, count, Long::sum);
    }
}
