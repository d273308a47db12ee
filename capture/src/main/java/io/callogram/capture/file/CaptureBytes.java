package io.callogram.capture.file;

import io.callogram.capture.packet.Payload;
import io.callogram.capture.reassembly.Spool;
import java.io.IOException;

/// The bytes of payloads, read again by the place that `Payload.stored()` names. Thread-safe.
public final class CaptureBytes {

    private final CaptureFile capture;
    private final Spool spool;

    public CaptureBytes(CaptureFile capture, Spool spool) {
        this.capture = capture;
        this.spool = spool;
    }

    /// Payloads that stood before this place were erased.
    public long first() {
        return capture.first();
    }

    /// `stored` below zero is a place in the spool, complemented.
    public byte[] read(long stored, int length) throws IOException {
        return stored >= 0 ? capture.read(stored, length) : spool.read(~stored, length);
    }

    /// The same into the beginning of an array that is large enough; how many there are.
    public int read(long stored, byte[] into, int length) throws IOException {
        if (stored >= 0) {
            return capture.read(stored, into, length);
        }
        byte[] bytes = spool.read(~stored, length);
        System.arraycopy(bytes, 0, into, 0, bytes.length);
        return bytes.length;
    }

    /// The packet records that carried a payload, each good for `CaptureFile.packet`.
    public long[] records(Payload payload) throws IOException {
        return records(payload.stored(), payload.packet());
    }

    public long[] records(long stored, long packet) throws IOException {
        return stored >= 0 ? new long[] {packet} : spool.records(~stored);
    }
}
