package io.callogram.capture.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/// Unpacks gzip within limits, so that a small upload cannot fill the disk.
final class Inflation extends InputStream implements SpooledStream.Progress {

    static final long MAX_UNPACKED = 8L << 30;
    static final int MAX_RATIO = 200;
    static final long RATIO_FREE = 10L << 20;

    /// A limit was hit: what was unpacked so far is still good.
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1;
        private final String reason;

        Refused(String reason, String sentence) {
            super(sentence);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    private final Counted packed;
    private final GZIPInputStream unpacked;
    private final long size;
    private final long limit;
    private long produced;

    /// `size` of the packed bytes, or -1.
    Inflation(InputStream in, long size) throws IOException {
        this(in, size, MAX_UNPACKED);
    }

    Inflation(InputStream in, long size, long limit) throws IOException {
        this.size = size;
        this.limit = limit;
        packed = new Counted(in);
        unpacked = new GZIPInputStream(new BufferedInputStream(packed, 1 << 16), 1 << 16);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (produced >= limit) {
            throw new Refused(
                    "unpacked-too-large",
                    "unpacks to more than %,d bytes; the rest was not read".formatted(limit));
        }
        if (produced > RATIO_FREE && produced / MAX_RATIO > packed.count.get()) {
            throw new Refused(
                    "ratio-too-high",
                    "unpacks to more than %d times its size; the rest was not read"
                            .formatted(MAX_RATIO));
        }
        int got = unpacked.read(into, offset, (int) Math.min(length, limit - produced));
        produced += Math.max(0, got);
        return got;
    }

    @Override
    public int available() throws IOException {
        return unpacked.available();
    }

    @Override
    public long done() {
        return packed.count.get();
    }

    @Override
    public long of() {
        return size;
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    private static final class Counted extends FilterInputStream {

        private final AtomicLong count = new AtomicLong();

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count.addAndGet(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            count.addAndGet(Math.max(0, got));
            return got;
        }
    }
}
