package io.callogram.web.cli;

import io.callogram.capture.hep.HepSender;
import io.callogram.capture.packet.FrameSink;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where captured frames go: a file that was asked for, one that the table is made from, a
/// collector.
record Sinks(@Nullable FrameFile file, @Nullable FrameFile watched, @Nullable HepSender sender)
        implements FrameSink, Closeable {

    @Override
    public void frame(long time, int link, int original, byte[] bytes, int offset, int length) {
        if (file != null) {
            file.frame(time, link, original, bytes, offset, length);
        }
        if (watched != null) {
            watched.frame(time, link, original, bytes, offset, length);
        }
        if (sender != null) {
            sender.frame(time, link, original, bytes, offset, length);
        }
    }

    void flush() throws IOException {
        if (file != null) {
            file.flush();
        }
        if (watched != null) {
            watched.flush();
        }
    }

    /// What became of the frames, in words.
    String told() {
        String kept = file == null ? "" : ", %,d written".formatted(file.frames());
        return sender == null
                ? kept
                : kept + ", %,d messages sent, %,d not".formatted(sender.sent(), sender.failed());
    }

    @Override
    public void close() throws IOException {
        try (FrameFile _ = file;
                FrameFile _ = watched;
                HepSender _ = sender) {
            flush();
        }
    }
}
