package io.callogram.web.desk;

import io.callogram.capture.live.LiveEvent;
import io.callogram.web.api.workbench.CaptureView.Gap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The gaps of a capture, told by itself.
final class Gaps {
    private static final int MOST = 100;

    private final Deque<Gap> gaps = new ArrayDeque<>();
    private int earlier;
    private long earlierMissed;
    private @Nullable String sentence;

    synchronized void hear(LiveEvent event) {
        switch (event) {
            case LiveEvent.Interrupted gone -> {
                gaps.addLast(new Gap(gone.time(), -1, -1, false));
                sentence = gone.sentence();
                if (gaps.size() > MOST) {
                    earlierMissed += Math.max(0, gaps.removeFirst().missed());
                    earlier++;
                }
            }
            case LiveEvent.StillInterrupted still -> sentence = still.sentence();
            case LiveEvent.Resumed again -> {
                gaps.pollLast();
                gaps.addLast(new Gap(again.since(), again.time(), again.missed(), again.atMost()));
            }
            case LiveEvent.Ended _ -> {}
        }
    }

    /// The last ones.
    synchronized List<Gap> all() {
        return List.copyOf(gaps);
    }

    /// How many more there were before.
    synchronized int earlier() {
        return earlier;
    }

    /// What passed in those, as far as known.
    synchronized long earlierMissed() {
        return earlierMissed;
    }

    synchronized @Nullable String sentence() {
        return sentence;
    }
}
