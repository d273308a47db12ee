package io.callogram.capture.live;

import io.callogram.capture.packet.Bytes;
import io.callogram.capture.packet.FrameSink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parent's side of the stream from its child. A child that writes nonsense is as good as dead.
final class ChildInput {

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 20];
    private int at;
    private int end;
    private final List<CaptureInterface> interfaces = new ArrayList<>();
    private @Nullable CaptureRefused refusal;
    private boolean ready;
    private long passedBefore = -1;
    private long framesThen;
    private volatile long frames;
    private volatile long kernelDrops;
    private volatile long interfaceDrops;
    private volatile long onInterfaces;

    ChildInput(InputStream in) {
        this.in = in;
    }

    /// Reads up to the record that says that all is open; null, or why it never will be.
    @Nullable CaptureRefused awaitReady(FrameSink sink) {
        boolean more = true;
        while (more && !ready && refusal == null) {
            more = next(sink);
        }
        return ready ? null : refusal == null ? silent() : refusal;
    }

    private static CaptureRefused silent() {
        return new CaptureRefused(
                CaptureRefused.Cause.MACHINE, "The capturing process ended without a word.");
    }

    /// Takes the next record in; false when there is none, or what comes is none.
    boolean next(FrameSink sink) {
        if (!available(ChildRecord.HEADER)) {
            return false;
        }
        byte kind = buffer[at];
        int length = Bytes.i32(buffer, at + 1);
        if (length < 0 || length > ChildRecord.MAX_BODY) {
            return false;
        }
        if (!available(ChildRecord.HEADER + length)) {
            return false;
        }
        int body = at + ChildRecord.HEADER;
        at = body + length;
        return take(kind, body, length, sink);
    }

    private boolean take(byte kind, int body, int length, FrameSink sink) {
        return switch (kind) {
            case ChildRecord.FRAME -> frame(body, length, sink);
            case ChildRecord.STATISTICS -> statistics(body, length);
            case ChildRecord.READY -> ready(body, length);
            case ChildRecord.REFUSED -> {
                refusal = refusal(body, length);
                yield false;
            }
            case ChildRecord.INTERFACE -> described(body, length);
            default -> false;
        };
    }

    private boolean ready(int body, int length) {
        ready = length >= Long.BYTES;
        passedBefore = ready ? Bytes.i64(buffer, body) : -1;
        return ready;
    }

    private boolean statistics(int body, int length) {
        if (length < 24) {
            return false;
        }
        kernelDrops = Bytes.i64(buffer, body);
        interfaceDrops = Bytes.i64(buffer, body + 8);
        onInterfaces = Bytes.i64(buffer, body + 16);
        framesThen = frames;
        return true;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads the stream
    private boolean frame(int body, int length, FrameSink sink) {
        int captured = length - ChildRecord.FRAME_HEADER;
        if (captured < 0) {
            return false;
        }
        frames++;
        sink.frame(
                Bytes.i64(buffer, body),
                Bytes.i32(buffer, body + 8),
                Bytes.i32(buffer, body + 12),
                buffer,
                body + ChildRecord.FRAME_HEADER,
                captured);
        return true;
    }

    private CaptureRefused refusal(int body, int length) {
        boolean request = length > 0 && buffer[body] == 0;
        int words = Math.max(0, length - 1);
        return new CaptureRefused(
                request ? CaptureRefused.Cause.REQUEST : CaptureRefused.Cause.MACHINE,
                new String(buffer, body + 1, words, StandardCharsets.UTF_8));
    }

    private boolean described(int body, int length) {
        try {
            interfaces.add(InterfaceText.read(buffer, body, length));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// Has `count` bytes in the buffer from `at` on; false when the stream ends before.
    private boolean available(int count) {
        if (end - at < count && at + count > buffer.length) {
            System.arraycopy(buffer, at, buffer, 0, end - at);
            end -= at;
            at = 0;
        }
        try {
            while (end - at < count) {
                int got = in.read(buffer, end, buffer.length - end);
                if (got < 0) {
                    return false;
                }
                end += got;
            }
        } catch (IOException _) {
            return false;
        }
        if (at == end) {
            at = 0;
            end = 0;
        }
        return true;
    }

    List<CaptureInterface> interfaces() {
        return interfaces;
    }

    /// Why the child ended, when it said so.
    @Nullable CaptureRefused refusal() {
        return refusal;
    }

    /// Frames that passed the interfaces between the start of this child and that of the `next`,
    /// and were neither captured nor counted as dropped; -1 where the interfaces do not count.
    ///
    /// @param filters a filter let only some frames pass: then those alone that passed the
    ///   interfaces after this child counted last, at most
    long missedUntil(ChildInput next, boolean filters) {
        if (passedBefore < 0 || next.passedBefore < 0) {
            return -1;
        }
        long passed = next.passedBefore - passedBefore;
        long known = filters ? onInterfaces + frames - framesThen : frames + kernelDrops;
        return Math.max(0, passed - known);
    }

    long frames() {
        return frames;
    }

    long kernelDrops() {
        return kernelDrops;
    }

    long interfaceDrops() {
        return interfaceDrops;
    }

    long onInterfaces() {
        return onInterfaces;
    }
}
