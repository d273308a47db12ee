package io.callogram.analyzer.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the journal says of how a live source was captured.
///
/// @param what interface and filter, or address
/// @param counted the last counts, null when there were none
/// @param gaps times at which nothing was captured, the last ones in order
/// @param earlierGaps how many more there were before these
/// @param earlierMissed frames that passed in those, as far as known
public record Captured(
        String what,
        Entry.@Nullable CaptureCounted counted,
        List<Entry.CaptureGap> gaps,
        int earlierGaps,
        long earlierMissed) {

    private static final int MOST_GAPS = 100;

    static Captured begun(String what) {
        return new Captured(what, null, List.of(), 0, 0);
    }

    Captured with(Entry.CaptureCounted now) {
        return new Captured(what, now, gaps, earlierGaps, earlierMissed);
    }

    /// A gap is written when it begins and again when it is over.
    Captured with(Entry.CaptureGap gap) {
        List<Entry.CaptureGap> all = new ArrayList<>(gaps);
        if (!all.isEmpty() && all.getLast().from() == gap.from()) {
            all.removeLast();
        }
        all.add(gap);
        int gone = 0;
        long missed = earlierMissed;
        if (all.size() > MOST_GAPS) {
            missed += Math.max(0, all.removeFirst().missed());
            gone++;
        }
        return new Captured(what, counted, List.copyOf(all), earlierGaps + gone, missed);
    }
}
