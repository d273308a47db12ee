package io.callogram.analyzer.log;

import org.jspecify.annotations.Nullable;

/// A recorder as it stands at one moment. Every packet that was given to it is durable, waiting, or
/// dropped.
///
/// @param durable packets that survive a power cut
/// @param waiting packets that do not yet
/// @param dropped packets for which there was no room while they waited
/// @param syncFailures how often the disk did not say that it has what was written; never
///   forgotten, because each may have cost a segment
/// @param writeFailures how often it took nothing
/// @param sentence what went wrong last, null when nothing did
public record RecorderStatus(
        RecorderState state,
        long durable,
        long waiting,
        long dropped,
        long syncFailures,
        long writeFailures,
        @Nullable String sentence) {

    /// Whether somebody should look at the disk.
    public boolean isHealthy() {
        return state != RecorderState.DISK_FULL
                && state != RecorderState.DISK_FAILING
                && syncFailures == 0;
    }
}
