package io.callogram.web.api.workbench;

import io.callogram.capture.packet.Trouble;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One source as it stands now.
///
/// @param bytes of the capture, -1 when it has no end
/// @param bytesRead of them so far
/// @param firstPacket nanoseconds since 1970, -1 without packets
/// @param lastPacket nanoseconds since 1970, -1 without packets
/// @param messagesPerSecond while it is read, else of the whole reading; -1 when unknown
/// @param secondsLeft while it is read; -1 when unknown
/// @param troubles what could not be read, bounded
public record SourceView(
        int id,
        String name,
        State state,
        long bytes,
        long bytesRead,
        long calls,
        long malformedSip,
        long firstPacket,
        long lastPacket,
        double messagesPerSecond,
        double secondsLeft,
        long rtpStreams,
        Accounting accounting,
        List<Trouble> troubles) {

    /// Where a source stands.
    public enum State {
        UPLOADING,
        READING,
        READY,
        FAILED;

        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Where every packet went: the identity that nothing is dropped silently.
    ///
    /// @param coalesced packets that only together made a message
    /// @param refused by reason
    public record Accounting(
            long packets,
            long sip,
            long coalesced,
            long duplicates,
            long rtp,
            long rtcp,
            long other,
            Map<String, Long> refused,
            boolean balanced) {

        public long refusedInAll() {
            return refused.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    public double progress() {
        return state == State.READY || bytes == 0
                ? 1
                : bytes < 0 ? 0 : Math.min(1, bytesRead / (double) bytes);
    }
}
