package io.callogram.capture.live;

import io.callogram.capture.packet.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The child's side of the stream to its parent. Frames of a burst go out together; a thread that
/// calls `flush` bounds how long one waits.
final class ChildOutput {

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 19];
    private int filled;

    ChildOutput(OutputStream out) {
        this.out = out;
    }

    synchronized void frame(long time, int link, int original, byte[] bytes, int length)
            throws IOException {
        int at = begin(ChildRecord.FRAME, ChildRecord.FRAME_HEADER + length);
        Bytes.putI64(buffer, at, time);
        Bytes.putI32(buffer, at + 8, link);
        Bytes.putI32(buffer, at + 12, original);
        System.arraycopy(bytes, 0, buffer, at + ChildRecord.FRAME_HEADER, length);
    }

    synchronized void statistics(long kernelDrops, long interfaceDrops, long onInterfaces)
            throws IOException {
        int at = begin(ChildRecord.STATISTICS, 24);
        Bytes.putI64(buffer, at, kernelDrops);
        Bytes.putI64(buffer, at + 8, interfaceDrops);
        Bytes.putI64(buffer, at + 16, onInterfaces);
        flush();
    }

    synchronized void ready(long passedBefore) throws IOException {
        int at = begin(ChildRecord.READY, Long.BYTES);
        Bytes.putI64(buffer, at, passedBefore);
        flush();
    }

    synchronized void refused(CaptureRefused refusal) throws IOException {
        byte[] sentence = refusal.sentence().getBytes(StandardCharsets.UTF_8);
        int length = Math.min(sentence.length, 1 << 12);
        int at = begin(ChildRecord.REFUSED, 1 + length);
        buffer[at] = (byte) (refusal.why() == CaptureRefused.Cause.REQUEST ? 0 : 1);
        System.arraycopy(sentence, 0, buffer, at + 1, length);
        flush();
    }

    synchronized void describe(CaptureInterface described) throws IOException {
        byte[] body = InterfaceText.write(described);
        int at = begin(ChildRecord.INTERFACE, body.length);
        System.arraycopy(body, 0, buffer, at, body.length);
    }

    synchronized void flush() throws IOException {
        out.write(buffer, 0, filled);
        filled = 0;
        out.flush();
    }

    /// Where the body goes.
    private int begin(byte kind, int length) throws IOException {
        if (filled + ChildRecord.HEADER + length > buffer.length) {
            flush();
        }
        buffer[filled] = kind;
        Bytes.putI32(buffer, filled + 1, length);
        int at = filled + ChildRecord.HEADER;
        filled = at + length;
        return at;
    }
}
