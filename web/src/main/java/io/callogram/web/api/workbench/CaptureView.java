package io.callogram.web.api.workbench;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A source that is or was captured live, by this run of the server or as an earlier one wrote it
/// down, beyond what is read of it: `received = stored + waiting + dropped`, each drop under its
/// place.
///
/// @param what interfaces and filter, or the address that is listened on
/// @param received frames that passed the filter, or HEP messages
/// @param stored those that survive a power cut
/// @param waiting for the disk
/// @param dropped by place: kernel, queue, disk; for HEP also why a message was not taken
/// @param lostBefore lost where nobody can count exactly: by the interface, or at the socket
/// @param filtered frames that the filter let not pass; -1 when nobody knows
/// @param gaps times at which nothing was captured, the last ones
/// @param earlierGaps how many more there were before these
/// @param earlierMissed frames that passed in those, as far as known
/// @param complete false when the server ended before the capture did: what came after its last
///   counts is known only as far as it was stored
/// @param sentence what went wrong last, or null
public record CaptureView(
        Kind kind,
        String what,
        State state,
        long received,
        long stored,
        long waiting,
        SortedMap<String, Long> dropped,
        long lostBefore,
        long filtered,
        List<Gap> gaps,
        int earlierGaps,
        long earlierMissed,
        boolean complete,
        @Nullable String sentence) {

    /// How its packets come.
    public enum Kind {
        LIVE,
        HEP;

        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Where it stands.
    public enum State {
        CAPTURING,
        INTERRUPTED,
        ENDED;

        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param from nanoseconds since 1970
    /// @param to the same, -1 while it lasts
    /// @param missed frames that passed the interfaces in it, -1 when nobody knows
    /// @param atMost a filter may not have let all of them pass
    public record Gap(long from, long to, long missed, boolean atMost) {}

    /// Frames that passed in all gaps, as far as known.
    public long missed() {
        return earlierMissed + gaps.stream().mapToLong(gap -> Math.max(0, gap.missed())).sum();
    }

    public long allDropped() {
        return lostBefore + dropped.values().stream().mapToLong(Long::longValue).sum();
    }
}
