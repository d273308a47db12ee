package io.callogram.web.api.workbench;

import io.callogram.analyzer.log.Gone;
import io.callogram.analyzer.pipeline.Account;
import io.callogram.capture.packet.Trouble;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One source as it stands now.
///
/// @param bytes of the capture, -1 when it has no end
/// @param bytesRead of them so far
/// @param messages SIP messages so far
/// @param messagesPerSecond while it is read, else of the whole reading; -1 when unknown
/// @param secondsLeft while it is read; -1 when unknown
/// @param account where every packet went, empty until everything was read
/// @param troubles what could not be read, bounded
/// @param rebuilding it is read again, and what was found before answers meanwhile
/// @param erased what went by its age or size
/// @param capture how it is or was captured live, null for a file
public record SourceView(
        int id,
        String name,
        State state,
        long bytes,
        long bytesRead,
        long messages,
        long calls,
        double messagesPerSecond,
        double secondsLeft,
        long rtpStreams,
        Account account,
        List<Trouble> troubles,
        @Nullable CaptureView capture,
        boolean rebuilding,
        Gone erased) {

    /// Where a source stands.
    public enum State {
        UPLOADING,
        READING,
        LIVE,
        READY,
        FAILED;

        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public double progress() {
        return state == State.READY || bytes == 0
                ? 1
                : bytes < 0 ? 0 : Math.min(1, bytesRead / (double) bytes);
    }
}
