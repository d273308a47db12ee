package io.callogram.web.cli;

import io.callogram.capture.file.PcapngWriter;
import io.callogram.capture.packet.FrameSink;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Frames as pcapng: one file, or one after the other when they are to be changed by size or time.
final class FrameFile implements FrameSink, Closeable {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    private final Path path;
    private final Rotation rotation;
    private @Nullable PcapngWriter writer;
    private @Nullable OutputStream out;
    private int files;
    private long written;
    private long began;
    private long frames;

    /// `-` is standard output.
    FrameFile(Path path, Rotation rotation) throws IOException {
        this.path = path;
        this.rotation = rotation;
        open();
    }

    static boolean isStandardOutput(@Nullable Path path) {
        return STANDARD_OUTPUT.equals(path);
    }

    private PcapngWriter open() throws IOException {
        Path file = rotation.isNever() ? path : numbered(++files);
        OutputStream raw =
                path.equals(STANDARD_OUTPUT)
                        ? new FileOutputStream(FileDescriptor.out)
                        : Files.newOutputStream(file);
        OutputStream buffered = new BufferedOutputStream(raw, 1 << 18);
        PcapngWriter fresh = new PcapngWriter(buffered);
        out = buffered;
        writer = fresh;
        written = 0;
        return fresh;
    }

    /// `calls.pcapng` becomes `calls-0001.pcapng`, `calls-0002.pcapng` and so on.
    private Path numbered(int number) {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        String end = dot < 0 ? "" : name.substring(dot);
        return path.resolveSibling(String.format(Locale.ROOT, "%s-%04d%s", stem, number, end));
    }

    @Override
    public synchronized void frame(
            long time, int link, int original, byte[] bytes, int offset, int length) {
        try {
            PcapngWriter to = writer == null ? open() : writer;
            if (written > 0 && rotation.isDue(written, time - began)) {
                to.close();
                to = open();
            }
            began = written == 0 ? time : began;
            written += length + Rotation.RECORD;
            frames++;
            to.write(time, link, original, bytes, offset, length);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    long frames() {
        return frames;
    }

    /// Lets others see what came so far.
    synchronized void flush() throws IOException {
        if (out != null) {
            out.flush();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (writer != null) {
            writer.close();
            writer = null;
            out = null;
        }
    }
}
