package io.callogram.analyzer.log;

import java.util.SortedMap;

/// One thing that people, or the disk, did.
public sealed interface Entry {

    /// @param kind see `SourceKind`
    record SourceAdded(int source, SourceKind kind, String name) implements Entry {}

    record Renamed(int source, String name) implements Entry {}

    /// From the moment it is written, nothing of the source is shown any more.
    record SourceErased(int source) implements Entry {}

    /// The segments before that position went by their age or size.
    record SegmentsErased(int source, Gone gone) implements Entry {}

    /// @param what interface and filter, or address
    record CaptureStarted(int source, String what) implements Entry {}

    record CapturePaused(int source, String why) implements Entry {}

    record CaptureStopped(int source, String why) implements Entry {}

    /// Packets that were seen and could not be kept.
    ///
    /// @param from capture time of the first, nanoseconds since 1970
    record Gap(int source, long from, long to, long packets) implements Entry {}

    /// Nothing was captured: whoever captures had died, say.
    ///
    /// @param from by the clock, nanoseconds since 1970
    /// @param to the same, -1 while it lasts
    /// @param missed frames that passed meanwhile, -1 when nobody knows
    /// @param atMost a filter may not have let all of them pass
    record CaptureGap(int source, long from, long to, long missed, boolean atMost)
            implements Entry {}

    /// Where the packets of a live source went, so far.
    ///
    /// @param feed how they came
    /// @param last capturing has ended, and this is all
    /// @param received packets that were meant to be kept
    /// @param dropped those that were not, by place; all others were
    /// @param lostBefore packets lost where nobody can count exactly
    /// @param filtered packets that nobody wanted, -1 when nobody knows
    record CaptureCounted(
            int source,
            String feed,
            boolean last,
            long received,
            SortedMap<String, Long> dropped,
            long lostBefore,
            long filtered)
            implements Entry {}

    /// A file was cut back when the log was opened: nothing of what went was acknowledged.
    ///
    /// @param file within the data folder
    record TailCut(String file, long bytes) implements Entry {}

    /// An empty text takes the note away.
    record NoteAdded(String call, String text) implements Entry {}

    record RulesChanged(String version) implements Entry {}

    /// What a later version has written.
    record Other(String text) implements Entry {}
}
