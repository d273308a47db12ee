package io.callogram.analyzer.log;

/// How recording goes.
public enum RecorderState {
    /// Packets become durable.
    RECORDING,
    /// Nothing more fits on the disk: packets wait, then are dropped and counted. Goes on by
    /// itself.
    DISK_FULL,
    /// The disk refuses: the same, tried again and again.
    DISK_FAILING,
    ENDED
}
