package io.callogram.capture.live;

/// Something that happened to a live capture besides frames. Times are nanoseconds since 1970.
public sealed interface LiveEvent {

    long time();

    /// The child is gone: from `time` on nothing was captured.
    record Interrupted(long time, String sentence) implements LiveEvent {}

    /// It could not be started again yet.
    record StillInterrupted(long time, String sentence) implements LiveEvent {}

    /// Capturing goes on; between `since` and `time` there is a gap.
    ///
    /// @param missed frames that passed the interfaces in it, and what the child had not handed on,
    ///   by the interfaces' own counts; -1 where they keep none
    /// @param atMost a filter may not have let all of them pass
    record Resumed(long since, long time, long missed, boolean atMost) implements LiveEvent {}

    /// The capture has ended, because it was asked to or because the receiver failed.
    record Ended(long time, String sentence) implements LiveEvent {}
}
