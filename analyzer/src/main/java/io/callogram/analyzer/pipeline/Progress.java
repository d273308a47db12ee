package io.callogram.analyzer.pipeline;

/// Told now and then how far an analysis is.
@FunctionalInterface
public interface Progress {
    Progress NONE = (_, _, _) -> {};

    /// @param consumed bytes of the capture read
    /// @param size its size, -1 when unknown
    /// @param messages SIP messages so far
    void at(long consumed, long size, long messages);

    /// Everything of a growing capture that was read so far has been put.
    default void shown(Analyzed soFar, long consumed) {}

    /// A growing capture does not grow at this moment.
    default void idle() {}
}
