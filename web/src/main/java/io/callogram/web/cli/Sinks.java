package io.callogram.web.cli;

import io.callogram.capture.hep.HepSender;
import io.callogram.capture.packet.FrameSink;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where captured frames go: a file, a collector, both, or nowhere but into the counts.
record Sinks(@Nullable FrameFile file, @Nullable HepSender sender) implements FrameSink, Closeable {

    @Override
    public void frame(long time, int link, int original, byte[] bytes, int offset, int length) {
        if (file != null) {
            file.frame(time, link, original, bytes, offset, length);
        }
        if (sender != null) {
            sender.frame(time, link, original, bytes, offset, length);
        }
    }

    void flush() throws IOException {
        if (file != null) {
            file.flush();
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
                HepSender _ = sender) {
            flush();
        }
    }
}
