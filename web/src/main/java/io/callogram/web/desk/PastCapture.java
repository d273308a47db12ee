package io.callogram.web.desk;

import io.callogram.analyzer.log.Captured;
import io.callogram.analyzer.log.Entry;
import io.callogram.analyzer.log.Gone;
import io.callogram.analyzer.pipeline.SourceStatus;
import io.callogram.web.api.workbench.CaptureView;
import io.callogram.web.api.workbench.CaptureView.Gap;
import io.callogram.web.api.workbench.CaptureView.Kind;
import io.callogram.web.api.workbench.CaptureView.State;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A capture of an earlier run, as its journal has it.
final class PastCapture {

    private PastCapture() {}

    /// @return null when nothing was written down of it
    static @Nullable CaptureView of(Captured captured, SourceStatus status, Gone gone) {
        Entry.CaptureCounted counted = captured.counted();
        if (counted == null) {
            return null;
        }
        long dropped = counted.dropped().values().stream().mapToLong(Long::longValue).sum();
        long stored = counted.received() - dropped;
        if (!counted.last() && status.account() != null) {
            stored = status.account().packets() + gone.packets();
        }
        List<Gap> gaps =
                captured.gaps().stream()
                        .map(gap -> new Gap(gap.from(), gap.to(), gap.missed(), gap.atMost()))
                        .toList();
        return new CaptureView(
                Kind.valueOf(counted.feed().toUpperCase(Locale.ROOT)),
                captured.what(),
                State.ENDED,
                stored + dropped,
                stored,
                0,
                counted.dropped(),
                counted.lostBefore(),
                counted.filtered(),
                gaps,
                captured.earlierGaps(),
                captured.earlierMissed(),
                counted.last(),
                null);
    }
}
