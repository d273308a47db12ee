package io.callogram.web.desk;

import io.callogram.analyzer.log.Entry;
import io.callogram.analyzer.log.Log;
import io.callogram.web.api.workbench.CaptureView;
import io.callogram.web.api.workbench.CaptureView.Gap;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes into the journal where the packets of a live source went and when there were none, so
/// that it is known when this server is gone. Counts are written when drops have grown by a tenth,
/// or a minute after they have grown at all: an endless loss must not fill the journal.
final class Bookkeeping {
    private static final long LATEST = Duration.ofMinutes(1).toNanos();
    private static final double GROWN = 1.1;

    private final Log log;
    private final int source;
    private List<Gap> gaps = List.of();
    private @Nullable CaptureView counted;
    private long countedAt;
    private boolean complete;

    Bookkeeping(Log log, int source) {
        this.log = log;
        this.source = source;
    }

    /// What the disk refuses is written with the next call.
    ///
    /// @param last nothing comes any more, and everything that came is durable or dropped
    synchronized void keep(CaptureView view, boolean last) throws IOException {
        if (complete) {
            return;
        }
        gaps(view.gaps());
        if (last || counted == null || isWorthIt(view)) {
            log.note(
                    new Entry.CaptureCounted(
                            source,
                            view.kind().slug(),
                            last,
                            view.received(),
                            view.dropped(),
                            view.lostBefore(),
                            view.filtered()));
            counted = view;
            countedAt = System.nanoTime();
            complete = last;
        }
    }

    private boolean isWorthIt(CaptureView view) {
        long before = counted == null ? 0 : counted.allDropped();
        return view.allDropped() > before * GROWN
                || view.allDropped() > before && System.nanoTime() - countedAt >= LATEST;
    }

    private void gaps(List<Gap> now) throws IOException {
        for (Gap gap : now) {
            if (!gaps.contains(gap)) {
                log.note(
                        new Entry.CaptureGap(
                                source, gap.from(), gap.to(), gap.missed(), gap.atMost()));
            }
        }
        gaps = now;
    }
}
